const SPECIAL = /[.+^${}()|]/g;

const toRegExp = (pattern: string): RegExp => {
  const body = pattern.replaceAll(
    /\\(.)|\[([!^]?)([^\]]+)\]|\*|\?|([^\\[*?]+|\[)/g,
    (all, escaped, not, set, plain) => {
      if (escaped !== undefined) return escaped.replaceAll(/\W/g, String.raw`\$&`);
      if (set !== undefined) return `[${not ? "^" : ""}${set.replaceAll(/[\\\]^]/g, String.raw`\$&`)}]`;
      if (plain !== undefined) return plain.replaceAll(SPECIAL, String.raw`\$&`).replaceAll("[", String.raw`\[`);
      return all === "*" ? "[^/]*" : "[^/]";
    },
  );
  return new RegExp(`^${body}$`);
};

/** Whether a part of a path stands for many: `apr_fnmatch_test`. */
export const isPattern = (part: string): boolean => /[*?]|\[[^\]]*\]/.test(part);

/** Matches one part of a path as `apr_fnmatch` does with APR_FNM_PERIOD: a leading dot has to be written. */
export const matchesPart = (pattern: string, name: string): boolean =>
  (!name.startsWith(".") || pattern.startsWith(".")) && toRegExp(pattern).test(name);
