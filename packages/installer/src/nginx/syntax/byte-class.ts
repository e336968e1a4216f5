/** The bytes that mean something to nginx between or at the start of words. */
export const BYTE = {
  tab: 0x09,
  lineFeed: 0x0a,
  carriageReturn: 0x0d,
  space: 0x20,
  doubleQuote: 0x22,
  hash: 0x23,
  dollar: 0x24,
  singleQuote: 0x27,
  closeParenthesis: 0x29,
  dash: 0x2d,
  semicolon: 0x3b,
  equals: 0x3d,
  openBracket: 0x5b,
  backslash: 0x5c,
  closeBracket: 0x5d,
  openBrace: 0x7b,
  closeBrace: 0x7d,
} as const;

const table = (...bytes: readonly number[]): Uint8Array => {
  const marks = new Uint8Array(256);
  for (const byte of bytes) marks[byte] = 1;
  return marks;
};

const BLANKS = [BYTE.space, BYTE.lineFeed, BYTE.tab, BYTE.carriageReturn];
const IS_BLANK = table(...BLANKS);
const ENDS_WORD = table(...BLANKS, BYTE.semicolon, BYTE.openBrace);

/** nginx knows four blanks; a form feed or a no-break space is part of a word. */
export const isBlank = (byte: number | undefined): boolean => byte !== undefined && IS_BLANK[byte] === 1;

/** Whether the byte ends a word that is not in quotes. */
export const endsWord = (byte: number | undefined): boolean => byte !== undefined && ENDS_WORD[byte] === 1;
