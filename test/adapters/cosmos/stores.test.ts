import { conversationsContract, personalChatsContract } from '../../contracts/conversations-contract.js';
import { copiesContract } from '../../contracts/copies-contract.js';
import { deliveriesContract, dueDeliveriesContract } from '../../contracts/deliveries-contract.js';
import { healthContract } from '../../contracts/health-contract.js';
import { historyContract } from '../../contracts/history-contract.js';
import { offerListsContract, offersContract } from '../../contracts/offers-contract.js';
import { subscriptionsContract } from '../../contracts/subscriptions-contract.js';
import { dueWatchesContract, watchesContract } from '../../contracts/watches-contract.js';
import { accounts, openTestStores } from '../../support/stores.js';

const contracts = [
  ['offers', offersContract],
  ['lists of offers', offerListsContract],
  ['watches', watchesContract],
  ['due watches', dueWatchesContract],
  ['history', historyContract],
  ['approval copies', copiesContract],
  ['subscriptions', subscriptionsContract],
  ['conversations', conversationsContract],
  ['personal chats', personalChatsContract],
  ['deliveries', deliveriesContract],
  ['due deliveries', dueDeliveriesContract],
  ['health of the sources', healthContract],
] as const;

describe.each(accounts())('in Cosmos DB (%s)', (_name, account) => {
  describe.each(contracts)('%s', (_store, contract) => {
    contract(() => openTestStores(account));
  });
});
