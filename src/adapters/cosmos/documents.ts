import type { Container, SqlQuerySpec } from '@azure/cosmos';
import type { Created, Stored } from '../../store-ports.js';

/** What is stored: our value whole, and beside it only what queries ask for. */
export interface Document<T> {
  readonly id: string;
  readonly type: string;
  readonly value: T;
}

type Read<T> = Document<T> & { readonly _etag: string };

/** A document's id from any text: the characters that Cosmos DB forbids in ids are written as `~` and their code. */
export function documentId(text: string): string {
  return text.replace(/[/\\?#%~]/g, (character) => `~${character.charCodeAt(0).toString(16)}`);
}

export async function readDocument<T>(
  container: Container,
  id: string,
  partition: string,
): Promise<Stored<T> | null> {
  const { resource } = await container.item(id, partition).read<Read<T>>();
  return resource ? stored(resource) : null;
}

export async function createDocument<T>(container: Container, document: Document<T>): Promise<Created> {
  const made = await unlessStatus(409, container.items.create(document));
  return made === null ? 'exists' : 'created';
}

export async function upsertDocument<T>(container: Container, document: Document<T>): Promise<void> {
  await container.items.upsert(document);
}

/** Null when the etag is no longer the one that was read, or the document is gone. */
export async function replaceDocument<T>(
  container: Container,
  partition: string,
  etag: string,
  document: Document<T>,
): Promise<Stored<T> | null> {
  const replaced = await unlessStatus(
    412,
    unlessStatus(
      404,
      container
        .item(document.id, partition)
        .replace(document, { accessCondition: { type: 'IfMatch', condition: etag } }),
    ),
  );
  return replaced === null ? null : { value: document.value, etag: replaced.etag };
}

/** False when there was nothing to delete. */
export async function deleteDocument(container: Container, id: string, partition: string): Promise<boolean> {
  return (await unlessStatus(404, container.item(id, partition).delete())) !== null;
}

/** All rows; give the partition wherever it is known. */
export async function queryRows<Row>(
  container: Container,
  query: SqlQuerySpec,
  partition?: string,
): Promise<readonly Row[]> {
  const options = partition === undefined ? {} : { partitionKey: partition };
  const { resources } = await container.items.query<Row>(query, options).fetchAll();
  return resources;
}

export function stored<T>(document: Read<T>): Stored<T> {
  return { value: document.value, etag: document._etag };
}

async function unlessStatus<T>(status: number, call: Promise<T>): Promise<T | null> {
  try {
    return await call;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === status) return null;
    throw error;
  }
}
