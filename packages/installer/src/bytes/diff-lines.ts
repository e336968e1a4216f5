/** One line of a comparison. `same` lines stand in both. */
export type LineChange = { readonly kind: "same" | "removed" | "added"; readonly line: string };

type Lines = readonly string[];
/** For each diagonal `x - y` the furthest `x` that so many changes reach. */
type Frontier = ReadonlyMap<number, number>;

/** Beyond so many changed lines the comparison is not searched for the smallest: all is removed, all is added. */
const MOST_CHANGES = 1_000;

const furthest = (frontier: Frontier, diagonal: number): number => frontier.get(diagonal) ?? -1;

const comesFromAbove = (frontier: Frontier, diagonal: number, changes: number): boolean =>
  diagonal === -changes ||
  (diagonal !== changes && furthest(frontier, diagonal - 1) < furthest(frontier, diagonal + 1));

const slide = (x: number, diagonal: number, before: Lines, after: Lines): number => {
  let at = x;
  while (at < before.length && at - diagonal < after.length && before[at] === after[at - diagonal]) at += 1;
  return at;
};

const nextFrontier = (last: Frontier, changes: number, before: Lines, after: Lines): Frontier => {
  const frontier = new Map<number, number>();
  for (let diagonal = -changes; diagonal <= changes; diagonal += 2) {
    const isDown = comesFromAbove(last, diagonal, changes);
    const x = isDown ? furthest(last, diagonal + 1) : furthest(last, diagonal - 1) + 1;
    frontier.set(diagonal, slide(Math.max(x, 0), diagonal, before, after));
  }
  return frontier;
};

/** The frontiers after 0, 1, 2 … changes, until the ends of both are reached. */
const search = (before: Lines, after: Lines): readonly Frontier[] | undefined => {
  const goal = before.length - after.length;
  const frontiers: Frontier[] = [new Map([[0, slide(0, 0, before, after)]])];
  for (let changes = 1; furthest(frontiers.at(-1) ?? new Map(), goal) < before.length; changes += 1) {
    if (changes > MOST_CHANGES) return undefined;
    frontiers.push(nextFrontier(frontiers[changes - 1] ?? new Map(), changes, before, after));
  }
  return frontiers;
};

const sames = (lines: Lines, from: number, to: number): readonly LineChange[] =>
  lines.slice(from, to).map((line) => ({ kind: "same", line }));

const trace = (frontiers: readonly Frontier[], before: Lines, after: Lines): readonly LineChange[] => {
  const blocks: (readonly LineChange[])[] = [];
  let [x, y] = [before.length, after.length];
  for (let changes = frontiers.length - 1; changes > 0; changes -= 1) {
    const last = frontiers[changes - 1] ?? new Map<number, number>();
    const isDown = comesFromAbove(last, x - y, changes);
    const origin = furthest(last, x - y + (isDown ? 1 : -1));
    const behind = isDown ? origin : origin + 1;
    blocks.push(sames(before, behind, x));
    y -= x - behind;
    x = behind;
    blocks.push([
      isDown ? { kind: "added", line: after[y - 1] ?? "" } : { kind: "removed", line: before[x - 1] ?? "" },
    ]);
    if (isDown) y -= 1;
    else x -= 1;
  }
  return [sames(before, 0, x), ...blocks.toReversed()].flat();
};

const replaced = (before: Lines, after: Lines): readonly LineChange[] => [
  ...before.map((line): LineChange => ({ kind: "removed", line })),
  ...after.map((line): LineChange => ({ kind: "added", line })),
];

/**
 * What was removed and added to get from one list of lines to the other, with as few changes as can be: E. Myers, "An
 * O(ND) difference algorithm and its variations", Algorithmica 1 (1986).
 */
export const diffLines = (before: Lines, after: Lines): readonly LineChange[] => {
  const frontiers = search(before, after);
  return frontiers ? trace(frontiers, before, after) : replaced(before, after);
};
