import type { Readable } from "node:stream";

export type LineBounds = {
  /** Bytes a line may have. */
  readonly longest: number;
  /** Bytes of whole lines that may wait for a reader, before the sender is held back. */
  readonly waiting: number;
  /** What a reader gets when a line is longer. */
  readonly tooLong: () => Error;
};

const LINE_FEED = 0x0a;

type Waiting = { readonly lines: string[]; next: number; bytes: number };

const takeFrom = (waiting: Waiting): string | undefined => {
  const line = waiting.lines[waiting.next];
  if (line === undefined) return undefined;
  waiting.next += 1;
  waiting.bytes -= line.length + 1;
  if (waiting.next === waiting.lines.length) {
    waiting.lines.length = 0;
    waiting.next = 0;
  }
  return line;
};

const putInto = (waiting: Waiting, bytes: Uint8Array): void => {
  const line = Buffer.from(bytes).toString();
  waiting.lines.push(line);
  waiting.bytes += line.length + 1;
};

const splitLines = (chunk: Buffer): { readonly closed: readonly Buffer[]; readonly rest: Buffer } => {
  const closed: Buffer[] = [];
  let from = 0;
  for (let at = chunk.indexOf(LINE_FEED); at !== -1; at = chunk.indexOf(LINE_FEED, from)) {
    closed.push(chunk.subarray(from, at));
    from = at + 1;
  }
  return { closed, rest: chunk.subarray(from) };
};

/**
 * The lines of a stream, without their line feeds, as UTF-8; a last one without line feed counts. Reads ahead within
 * the bounds, so that what is small needs no reader. Whoever leaves the loop early can come back for the rest.
 */
export const readLines = (source: Readable, { longest, waiting: most, tooLong }: LineBounds): AsyncIterable<string> => {
  const waiting: Waiting = { lines: [], next: 0, bytes: 0 };
  let begun: Buffer[] = [];
  let begunBytes = 0;
  let end: { readonly error?: Error } | undefined;
  let changed = Promise.withResolvers<void>();

  const wake = (): void => {
    changed.resolve();
    changed = Promise.withResolvers<void>();
  };
  const finish = (reason: { readonly error?: Error }): void => {
    if (end === undefined && reason.error === undefined && begunBytes > 0) putInto(waiting, Buffer.concat(begun));
    end ??= reason;
    begun = [];
    wake();
  };
  const begin = (bytes: Buffer): void => {
    if (end) return;
    begun.push(bytes);
    begunBytes += bytes.length;
    if (begunBytes > longest) finish({ error: tooLong() });
  };
  const closeLine = (bytes: Buffer): void => {
    begin(bytes);
    if (end) return;
    putInto(waiting, begun.length === 1 ? bytes : Buffer.concat(begun));
    begun = [];
    begunBytes = 0;
  };
  source.on("data", (chunk: Buffer) => {
    const { closed, rest } = splitLines(chunk);
    for (const bytes of closed) closeLine(bytes);
    if (rest.length > 0) begin(rest);
    if (waiting.bytes > most) source.pause();
    wake();
  });
  for (const event of ["end", "close"]) source.on(event, () => finish({}));

  const next = async (): Promise<IteratorResult<string, undefined>> => {
    for (;;) {
      const line = takeFrom(waiting);
      if (waiting.bytes <= most && source.isPaused()) source.resume();
      if (line !== undefined) return { value: line, done: false };
      if (end?.error) throw end.error;
      if (end) return { value: undefined, done: true };
      await changed.promise;
    }
  };
  return { [Symbol.asyncIterator]: () => ({ next }) };
};
