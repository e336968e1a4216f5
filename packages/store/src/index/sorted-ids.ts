/** Where `id` is, or would be put, in a sorted array without doubles. */
const positionOf = (ids: readonly string[], id: string): number => {
  let low = 0;
  let high = ids.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ids[middle] ?? "") < id) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** Puts `id` in its place unless it is there. Ids that come in order cost nothing but their own storing. */
export const insertId = (ids: string[], id: string): void => {
  const last = ids.at(-1);
  if (last === undefined || last < id) {
    ids.push(id);
    return;
  }
  const position = positionOf(ids, id);
  if (ids[position] !== id) ids.splice(position, 0, id);
};

export const removeId = (ids: string[], id: string): void => {
  const position = positionOf(ids, id);
  if (ids[position] === id) ids.splice(position, 1);
};

/** The position of the first id behind `after`. */
export const positionBehind = (ids: readonly string[], after: string): number => {
  const position = positionOf(ids, after);
  return ids[position] === after ? position + 1 : position;
};
