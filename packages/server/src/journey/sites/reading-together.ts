/**
 * Reads once for all who ask while a reading is under way. What they are given is as old as that reading, which is
 * over before anybody can have gone from one page to the next.
 */
export const createReadingTogether = <Key, Result>(
  read: (key: Key) => Promise<Result>,
): ((key: Key) => Promise<Result>) => {
  const underWay = new Map<Key, Promise<Result>>();
  return (key) => {
    const known = underWay.get(key);
    if (known) return known;
    const begun = read(key).finally(() => underWay.delete(key));
    underWay.set(key, begun);
    return begun;
  };
};
