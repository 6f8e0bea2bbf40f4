import type Account from '@vercel/cosmosdb-server/lib/account';
import type Collection from '@vercel/cosmosdb-server/lib/account/collection';
import type Collections from '@vercel/cosmosdb-server/lib/account/collections';
import type Databases from '@vercel/cosmosdb-server/lib/account/databases';
import type Documents from '@vercel/cosmosdb-server/lib/account/documents';
import type ItemObject from '@vercel/cosmosdb-server/lib/account/item-object';
import { Journal } from './journal.js';
import { PartitionedDocuments } from './partitioned-documents.js';
import { prepareNew, recordChanges, type ItemChange } from './recorded-items.js';

/** `in` names the place by resource ids: nothing for a database, its database for a container, both for a document. */
type Change = { readonly in: readonly string[] } & ItemChange;

/** Fills the new account from the file and writes every later change of it there, before it can be seen. */
export function keepAccount(account: Account, file: string): Journal {
  let journal: Journal | undefined;
  recordAccount(account, (change) => journal?.append(JSON.stringify(change)));
  journal = Journal.open(file, {
    replay: (line) => applyChange(account, JSON.parse(line) as Change),
    compacted: () => linesOf(account),
  });
  return journal;
}

function recordAccount(account: Account, record: (change: Change) => void): void {
  recordChanges(account.databases, { record: (change) => record({ in: [], ...change }) });
  prepareNew(account.databases, ({ collections }, database) => {
    recordChanges(collections, {
      record: (change) => record({ in: [database], ...change }),
      replaced: handDocumentsOver,
    });
    prepareNew(collections, ({ documents }, container) => {
      documents._data = new PartitionedDocuments((data) => documents._getPartition(data) as unknown);
      recordChanges(documents, {
        record: (change) => record({ in: [database, container], ...change }),
      });
    });
  });
}

/** The emulator would begin a replaced container empty. */
function handDocumentsOver(old: Collection, fresh: Collection): void {
  fresh.documents = old.documents;
  fresh.documents._parent = fresh;
}

function applyChange(account: Account, change: Change): void {
  const items = itemsAt(account, change.in);
  if (!items) throw new Error(`nothing is known of ${change.in.join(' ')}`);
  if ('remove' in change) {
    items.delete(change.remove, undefined);
  } else {
    items._ridCount = Math.max(items._ridCount, change.count);
    items._set(change.put);
  }
}

function itemsAt(
  account: Account,
  [databaseRid, containerRid]: readonly string[],
): Databases | Collections | Documents | undefined {
  if (databaseRid === undefined) return account.databases;
  const database = account.databases._data.get(databaseRid);
  if (containerRid === undefined) return database?.collections;
  return database?.collections._data.get(containerRid)?.documents;
}

function* linesOf(account: Account): Generator<string> {
  const { databases } = account;
  for (const [databaseRid, database] of databases._data) {
    yield putLine([], databases, database.read());
    for (const [containerRid, container] of database.collections._data) {
      yield putLine([databaseRid], database.collections, container.read());
      for (const document of container.documents._data.values()) {
        yield putLine([databaseRid, containerRid], container.documents, document.read());
      }
    }
  }
}

function putLine(place: readonly string[], items: { _ridCount: number }, put: ItemObject): string {
  const change: Change = { in: place, count: items._ridCount, put };
  return JSON.stringify(change);
}
