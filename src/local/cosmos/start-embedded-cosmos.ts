import type { AddressInfo } from 'node:net';
import path from 'node:path';
import Account from '@vercel/cosmosdb-server/lib/account';
import type { Running } from '../run-as-child.js';
import { readOrMakeAccountKey } from './account-key.js';
import { prepareDataDir } from './data-dir.js';
import { lockDataDir } from './data-dir-lock.js';
import { keepAccount } from './durable-account.js';
import { HttpFront } from './http-front.js';

const HOST = '127.0.0.1';

export interface EmbeddedCosmosOptions {
  /** Made when missing. One process at a time may use it. */
  readonly dataDir: string;
  /** 0, the default, takes a free one. */
  readonly port?: number;
}

/** What a client needs. It has to set `enableEndpointDiscovery: false`: the account names no other endpoint. */
export interface EmbeddedCosmos {
  readonly endpoint: string;
  /** Base64; stays the same as long as the data folder does. */
  readonly key: string;
}

/**
 * Serves the Cosmos DB protocol on loopback, with what was stored in the data folder before. A write that was
 * answered outlives a kill of the process.
 * @throws Error with one sentence for people when the data folder cannot be used or the port is taken.
 */
export async function startEmbeddedCosmos(options: EmbeddedCosmosOptions): Promise<Running<EmbeddedCosmos>> {
  const { dataDir, port = 0 } = options;
  prepareDataDir(dataDir);
  const opened: (() => void | Promise<void>)[] = [];
  const closeAll = async (): Promise<void> => {
    for (const close of opened.toReversed()) await close();
  };
  try {
    const lock = await lockDataDir(dataDir);
    opened.push(() => lock.release());
    const key = readOrMakeAccountKey(path.join(dataDir, 'cosmos.key'));
    const account = new Account(HOST, port);
    const journal = keepAccount(account, path.join(dataDir, 'cosmos.journal'));
    opened.push(() => journal.close());
    const front = new HttpFront(account, Buffer.from(key, 'base64'));
    const address: AddressInfo = await front.listen(HOST, port);
    opened.push(() => front.close());
    return { ready: { endpoint: `http://${HOST}:${address.port}`, key }, stop: closeAll };
  } catch (error) {
    await closeAll();
    throw error;
  }
}
