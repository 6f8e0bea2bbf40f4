import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import type Account from '@vercel/cosmosdb-server/lib/account';
import type Collection from '@vercel/cosmosdb-server/lib/account/collection';
import type Document from '@vercel/cosmosdb-server/lib/account/document';
import patchDocument from '@vercel/cosmosdb-server/lib/handler/patch-document';
import queryDocuments from '@vercel/cosmosdb-server/lib/handler/query-documents';
import readDocuments from '@vercel/cosmosdb-server/lib/handler/read-documents';
import { PartitionedDocuments } from './partitioned-documents.js';

export type Handler = (
  account: Account,
  request: IncomingMessage,
  response: ServerResponse,
  params: Record<string, string>,
) => unknown;

type DocumentsByRid = ReadonlyMap<string, Document>;
type Selection = (documents: PartitionedDocuments) => DocumentsByRid;

/** Those that look through a container's documents, a patch for its condition; none of them may create through a view. */
const SCANNING = new Set<unknown>([patchDocument, queryDocuments, readDocuments]);
const NONE: DocumentsByRid = new Map();

/**
 * The account as the handler may see it: when it looks through documents and the request names a partition key,
 * its containers seem to hold that partition only. Of a hierarchical key the first level counts, as everywhere in
 * the emulator.
 */
export function accountSeenBy(handler: Handler, account: Account, headers: IncomingHttpHeaders): Account {
  const select = SCANNING.has(handler) ? selectionOf(headers) : undefined;
  if (!select) return account;
  return viewOf(account, {
    database: (id: string) => {
      const database = account.database(id);
      return viewOf(database, {
        collection: (id: string) => selectedOf(database.collection(id), select),
      });
    },
  });
}

function selectionOf(headers: IncomingHttpHeaders): Selection | undefined {
  // clients ask for a plan beside every query and need none here; the emulator would run the query over everything
  if (headers['x-ms-cosmos-is-query-plan-request']) return () => NONE;
  const header = headers['x-ms-documentdb-partitionkey'];
  const keys = typeof header === 'string' ? (JSON.parse(header) as unknown) : undefined;
  if (!Array.isArray(keys) || keys.length === 0) return undefined;
  const key = partitionKey(keys[0]);
  return (documents) => documents.partition(key);
}

/** Clients write `{}` for the key of documents without one. */
function partitionKey(component: unknown): unknown {
  return typeof component === 'object' && component !== null ? undefined : component;
}

function selectedOf(collection: Collection, select: Selection): Collection {
  const { documents } = collection;
  // a container that does not exist is not one of ours: the handler answers for it
  if (!(documents._data instanceof PartitionedDocuments)) return collection;
  return viewOf(collection, {
    documents: viewOf(documents, { _data: select(documents._data) }),
  });
}

function viewOf<T extends object>(whole: T, instead: object): T {
  return Object.assign(Object.create(whole) as T, instead);
}
