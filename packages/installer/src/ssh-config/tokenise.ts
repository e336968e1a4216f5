/** A line of ssh_config: its keyword in lower case, and its arguments. */
export type ConfigLine = { readonly keyword: string; readonly words: readonly string[] };

const KEYWORD = /^\s*([A-Za-z][A-Za-z0-9]*)(?:\s*=\s*|\s+|$)/;

type Word = { readonly word: string; readonly rest: string };

const ESCAPED = new Set(["'", '"', "\\", " "]);

/** One argument; a quote that is not closed makes nothing of the line. */
const takeWord = (text: string): Word | undefined => {
  let word = "";
  let quote: string | undefined;
  let at = 0;
  for (; at < text.length; at += 1) {
    const char = text.charAt(at);
    const next = text.charAt(at + 1);
    if (char === "\\" && ESCAPED.has(next) && (next !== " " || quote === undefined)) {
      word += next;
      at += 1;
    } else if (quote !== undefined) {
      if (char === quote) quote = undefined;
      else word += char;
    } else if (char === '"' || char === "'") quote = char;
    else if (/\s/.test(char)) break;
    else word += char;
  }
  return quote === undefined ? { word, rest: text.slice(at).trimStart() } : undefined;
};

const splitWords = (text: string): readonly string[] | undefined => {
  const words: string[] = [];
  let rest = text.trim();
  while (rest !== "" && !rest.startsWith("#")) {
    const taken = takeWord(rest);
    if (taken === undefined) return undefined;
    words.push(taken.word);
    ({ rest } = taken);
  }
  return words;
};

/**
 * The lines of a file that say something (ssh_config(5)). Blank lines, comments and lines that make no sense are left
 * out.
 */
export const tokenise = (text: string): readonly ConfigLine[] =>
  text.split(/\r?\n/).flatMap((line) => {
    const [start, keyword] = KEYWORD.exec(line) ?? [];
    if (start === undefined || keyword === undefined) return [];
    const words = splitWords(line.slice(start.length));
    return words === undefined || words.length === 0 ? [] : [{ keyword: keyword.toLowerCase(), words }];
  });
