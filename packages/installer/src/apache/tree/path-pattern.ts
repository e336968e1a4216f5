const PIECES = /\\.|\[[!^]?[^\]]+\]|[^]/g;
const ALL = /^\[[!^]?[^\]]+\]$/;

const escaped = (text: string): string => text.replaceAll(/[^\w\s]/g, String.raw`\$&`);

const toClass = (piece: string): string => {
  const isNegated = piece[1] === "!" || piece[1] === "^";
  const members = piece.slice(isNegated ? 2 : 1, -1).replaceAll(/[\\\]^]/g, String.raw`\$&`);
  return `[${isNegated ? "^" : ""}${members}]`;
};

const translated = (piece: string): string => {
  if (piece === "*") return ".*";
  if (piece === "?") return ".";
  if (ALL.test(piece)) return toClass(piece);
  return escaped(piece.length > 1 ? piece.slice(1) : piece);
};

/** Whether a part of a path stands for many (`apr_fnmatch_test`). */
export const isPattern = (part: string): boolean => /[*?]|\[[^\]]*\]/.test(part);

/** Matches one part of a path as `apr_fnmatch` does with APR_FNM_PERIOD: a leading dot has to be written. */
export const matchesPart = (pattern: string, name: string): boolean => {
  if (name.startsWith(".") && !pattern.startsWith(".")) return false;
  const body = (pattern.match(PIECES) ?? []).map(translated).join("");
  return new RegExp(`^${body}$`, "s").test(name);
};
