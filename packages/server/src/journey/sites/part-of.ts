/** A part of a long list, small enough to be read and to travel. Pages count from 1. */
export type Part<Item> = {
  readonly items: readonly Item[];
  /** Of all parts together. */
  readonly total: number;
  readonly before?: number;
  readonly after?: number;
};

const ITEMS = 48;

/** The part that is asked for, as it stands in the address; the first one when there is none of that number. */
export const partOf = <Item>(all: readonly Item[], wished: unknown): Part<Item> => {
  const last = Math.max(1, Math.ceil(all.length / ITEMS));
  const number = Number(wished);
  const page = Number.isInteger(number) && number >= 1 && number <= last ? number : 1;
  return {
    items: all.slice((page - 1) * ITEMS, page * ITEMS),
    total: all.length,
    ...(page > 1 && { before: page - 1 }),
    ...(page < last && { after: page + 1 }),
  };
};
