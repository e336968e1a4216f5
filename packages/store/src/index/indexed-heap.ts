/**
 * A binary heap whose items can be found again by key: setting, deleting and taking the first cost O(log n).
 * At most one item per key.
 */
export type IndexedHeap<Key, Item> = {
  /** Adds the item, or puts it in the place of the one with its key. */
  set(item: Item): void;
  delete(key: Key): void;
  first(): Item | undefined;
  readonly size: number;
  /** The items from the first on, lazily: k items cost O(k log k). Do not change the heap meanwhile. */
  ascending(): Iterable<Item>;
};

export type HeapOrder<Key, Item> = {
  readonly keyOf: (item: Item) => Key;
  readonly isBefore: (left: Item, right: Item) => boolean;
};

export const createIndexedHeap = <Key, Item>({ keyOf, isBefore }: HeapOrder<Key, Item>): IndexedHeap<Key, Item> => {
  const items: Item[] = [];
  const positions = new Map<Key, number>();
  const at = (position: number): Item => items[position] as Item;

  const place = (item: Item, position: number): void => {
    items[position] = item;
    positions.set(keyOf(item), position);
  };

  const childrenOf = (position: number): readonly number[] =>
    [2 * position + 1, 2 * position + 2].filter((child) => child < items.length);

  const rise = (start: number): number => {
    const item = at(start);
    let position = start;
    while (position > 0) {
      const parent = (position - 1) >>> 1;
      if (!isBefore(item, at(parent))) break;
      place(at(parent), position);
      position = parent;
    }
    place(item, position);
    return position;
  };

  const sink = (start: number): void => {
    const item = at(start);
    let position = start;
    for (;;) {
      const left = 2 * position + 1;
      if (left >= items.length) break;
      const child = left + 1 < items.length && isBefore(at(left + 1), at(left)) ? left + 1 : left;
      if (!isBefore(at(child), item)) break;
      place(at(child), position);
      position = child;
    }
    place(item, position);
  };

  const remove = (key: Key): void => {
    const position = positions.get(key);
    if (position === undefined) return;
    positions.delete(key);
    const last = items.pop() as Item;
    if (position === items.length) return;
    place(last, position);
    sink(rise(position));
  };

  return {
    set: (item) => {
      const position = positions.get(keyOf(item)) ?? items.length;
      items[position] = item;
      sink(rise(position));
    },
    delete: remove,
    first: () => items[0],
    get size() {
      return items.length;
    },
    ascending: function* ascending() {
      const frontier = createIndexedHeap<number, number>({
        keyOf: (position) => position,
        isBefore: (left, right) => isBefore(at(left), at(right)),
      });
      if (items.length > 0) frontier.set(0);
      for (let next = frontier.first(); next !== undefined; next = frontier.first()) {
        yield at(next);
        frontier.delete(next);
        for (const child of childrenOf(next)) frontier.set(child);
      }
    },
  };
};
