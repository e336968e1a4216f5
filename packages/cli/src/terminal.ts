import { createInterface } from "node:readline/promises";
import type { Readable, Writable } from "node:stream";

/** Where a command speaks. */
export type Terminal = {
  /** One line of what was asked for. */
  readonly print: (line: string) => void;
  /** One line beside it: errors, and what must not be mixed with a result. */
  readonly note: (line: string) => void;
  /** Whether a person watches the output. */
  readonly isWatched: boolean;
  /** Asks a person; nothing when there is none to answer. */
  readonly ask: ((question: string) => Promise<string>) | undefined;
};

type Streams = {
  readonly stdin: Readable & { readonly isTTY?: boolean };
  readonly stdout: Writable & { readonly isTTY?: boolean };
  readonly stderr: Writable;
  readonly signal: AbortSignal;
};

export const createTerminal = ({ stdin, stdout, stderr, signal }: Streams): Terminal => {
  const ask = async (question: string): Promise<string> => {
    const reader = createInterface({ input: stdin, output: stdout });
    try {
      return await reader.question(question, { signal });
    } finally {
      reader.close();
    }
  };
  // Whoever reads may stop reading, as `head` does; the work goes on, and nothing is left to say.
  for (const stream of [stdout, stderr]) stream.on("error", () => undefined);
  return {
    print: (line) => void stdout.write(`${line}\n`),
    note: (line) => void stderr.write(`${line}\n`),
    isWatched: stdout.isTTY === true,
    ask: stdin.isTTY === true && stdout.isTTY === true ? ask : undefined,
  };
};
