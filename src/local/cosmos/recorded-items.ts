import type Item from '@vercel/cosmosdb-server/lib/account/item';
import type ItemObject from '@vercel/cosmosdb-server/lib/account/item-object';
import type Items from '@vercel/cosmosdb-server/lib/account/items';

/** `count` is how many resource ids were given out; the next one must be a new one after a restart too. */
export type ItemChange = { readonly put: ItemObject; readonly count: number } | { readonly remove: string };

export interface Recording<I extends Item> {
  /** Called before a change is made; when it throws, the change is not made. */
  readonly record: (change: ItemChange) => void;
  /** Called when an item took the place of another with the same resource id. */
  readonly replaced?: (old: I, fresh: I) => void;
}

/** From now on every change of these items is recorded first, in the order of the changes. */
export function recordChanges<P extends Item, I extends Item>(
  items: Items<P, I>,
  { record, replaced }: Recording<I>,
): void {
  const put = items._set.bind(items);
  const remove = items.delete.bind(items);
  const replace = items.replace.bind(items);
  let replacing = false;

  items.replace = (data, original) => {
    replacing = true;
    try {
      return replace(data, original);
    } finally {
      replacing = false;
    }
  };

  items.delete = (idOrRid, partition) => {
    // a replace is a delete and a set; as two records, a kill between them would lose the item
    if (replacing) return;
    const old: ItemObject | undefined = items._item('/id', idOrRid, partition).read();
    if (old) record({ remove: old._rid });
    remove(idOrRid, partition);
  };

  items._set = (data) => {
    record({ put: data, count: items._ridCount });
    const old = items._data.get(data._rid);
    if (old) remove(data._rid, undefined);
    const kept = put(data);
    const fresh = items._data.get(data._rid);
    if (old && fresh) replaced?.(old, fresh);
    return kept;
  };
}

/** Calls `prepare` for every item made from now on; the empty ones that stand for a missing item are left out. */
export function prepareNew<P extends Item, I extends Item>(
  items: Items<P, I>,
  prepare: (item: I, rid: string) => void,
): void {
  const make = items._newItem.bind(items);
  items._newItem = (data) => {
    const item = make(data);
    if (data) prepare(item, data._rid);
    return item;
  };
}
