import { createInterface } from "node:readline/promises";
import type { Readable, Writable } from "node:stream";
import type { Interrupts } from "./watch-for-interrupts.ts";

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
  readonly interrupts: Interrupts;
};

/** What the reader throws when a person gives no answer. */
const isNoAnswer = (thrown: unknown): boolean => thrown instanceof Error && thrown.name === "AbortError";

export const createTerminal = ({ stdin, stdout, stderr, interrupts }: Streams): Terminal => {
  // While a question stands, the terminal gives Ctrl-C to the reader and not to the process. Ctrl-D is an empty answer.
  const ask = async (question: string): Promise<string> => {
    const reader = createInterface({ input: stdin, output: stdout });
    reader.on("SIGINT", interrupts.interrupt);
    try {
      return await reader.question(question, { signal: interrupts.signal });
    } catch (thrown) {
      if (interrupts.signal.aborted || !isNoAnswer(thrown)) throw thrown;
      return "";
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
