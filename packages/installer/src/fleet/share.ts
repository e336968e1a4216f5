/** So many of a fleet: a number, or a part of all. */
export type Share =
  | { readonly kind: "count"; readonly count: number }
  | { readonly kind: "percent"; readonly percent: number };

const SHARE = /^(\d{1,6})(%?)$/;
const WHOLE = 100;

/** `5` or `25%`; nothing when it is neither. */
export const parseShare = (text: string): Share | undefined => {
  const [, digits, sign] = SHARE.exec(text.trim()) ?? [];
  if (digits === undefined) return undefined;
  const number = Number(digits);
  if (sign === "") return { kind: "count", count: number };
  return number <= WHOLE ? { kind: "percent", percent: number } : undefined;
};

/** How many that is of a fleet of this size, with a fraction. */
export const shareOf = (share: Share, size: number): number =>
  share.kind === "count" ? share.count : (size * share.percent) / WHOLE;
