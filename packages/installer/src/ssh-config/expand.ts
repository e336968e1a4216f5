/** What the tokens of ssh_config(5) stand for. */
export type Tokens = {
  /** The name given on the command line. */
  readonly n: string;
  readonly h: string;
  readonly p: string;
  /** The user there, and the user here with their home folder. */
  readonly r: string;
  readonly u: string;
  readonly d: string;
};

const TOKEN = /%(.)/g;

/** Replaces tokens; one that is not known stays as it stands. */
export const expandTokens = (value: string, tokens: Partial<Tokens>): string =>
  value.replaceAll(TOKEN, (token, letter: string) => {
    if (letter === "%") return "%";
    const found = Object.entries(tokens).find(([name]) => name === letter);
    return found?.[1] ?? token;
  });

/** Expands tokens and a leading `~/`. */
export const expandPath = (value: string, tokens: Tokens): string => {
  const path = expandTokens(value, tokens);
  if (path === "~") return tokens.d;
  return path.startsWith("~/") ? `${tokens.d}${path.slice(1)}` : path;
};
