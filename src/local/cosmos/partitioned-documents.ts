import type Document from '@vercel/cosmosdb-server/lib/account/document';
import type ItemObject from '@vercel/cosmosdb-server/lib/account/item-object';

const EMPTY: ReadonlyMap<string, Document> = new Map();

/** A container's documents by resource id, which also knows those of each partition without looking at the others. */
export class PartitionedDocuments extends Map<string, Document> {
  readonly #partitions = new Map<string, Map<string, Document>>();
  readonly #partitionKeyOf: (data: ItemObject) => unknown;

  constructor(partitionKeyOf: (data: ItemObject) => unknown) {
    super();
    this.#partitionKeyOf = partitionKeyOf;
  }

  /** The documents of the partition with this key; `undefined` is the key of documents without one. */
  partition(key: unknown): ReadonlyMap<string, Document> {
    return this.#partitions.get(nameOf(key)) ?? EMPTY;
  }

  override set(rid: string, document: Document): this {
    this.delete(rid);
    const name = nameOf(this.#partitionKeyOf(document.read()));
    const partition = this.#partitions.get(name) ?? new Map<string, Document>();
    this.#partitions.set(name, partition.set(rid, document));
    return super.set(rid, document);
  }

  override delete(rid: string): boolean {
    const document = this.get(rid);
    if (!document) return false;
    const name = nameOf(this.#partitionKeyOf(document.read()));
    const partition = this.#partitions.get(name);
    partition?.delete(rid);
    if (partition?.size === 0) this.#partitions.delete(name);
    return super.delete(rid);
  }
}

/** Keeps 1 and "1" apart. */
function nameOf(key: unknown): string {
  return key === undefined ? '' : JSON.stringify(key);
}
