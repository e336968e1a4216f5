const PLAIN = /^[A-Za-z0-9_@%+:,./-]+$/;

const quoteText = (word: string): string => (PLAIN.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`);

/**
 * One argument as one word of a POSIX shell (Shell Command Language §2.2): within single quotes nothing has a meaning,
 * so only the quote itself is written otherwise.
 *
 * @throws TypeError for an argument with a NUL, which no program can be given.
 */
export const quoteWord = (argument: string): string => {
  if (argument.includes("\0")) throw new TypeError("An argument cannot hold a NUL.");
  return quoteText(argument);
};

/** An argument list as the words of one simple command, separated by spaces. */
export const quote = (argv: readonly string[]): string => argv.map(quoteWord).join(" ");

/** The same for arguments that are bytes and need not be text, such as file names: gives the bytes of a script. */
export const quoteBytes = (argv: readonly Uint8Array[]): Uint8Array =>
  Buffer.from(quote(argv.map((argument) => Buffer.from(argument).toString("latin1"))), "latin1");
