import type { Readable, Writable } from "node:stream";
import { failure } from "@hostseal/core";
import { createBoundedText } from "./bounded-text.ts";
import { readLines } from "./read-lines.ts";
import type { RemoteShell } from "./transport.ts";

/** A started shell, however it is reached. */
export type ShellStreams = {
  /** As people call the server. */
  readonly host: string;
  readonly stdin: Writable;
  readonly stdout: Readable;
  readonly stderr: Readable;
  /** Settles when the far side is gone, with its exit code when it told one. */
  readonly ended: Promise<number | undefined>;
};

const LONGEST_LINE = 1024 * 1024;
const WAITING = 1024 * 1024;

/** The far side may go at any time, which `over` tells; an error of a stream says nothing more. */
const hushed = (stream: Readable | Writable): void => void stream.on("error", () => undefined);

export const toRemoteShell = ({ host, stdin, stdout, stderr, ended }: ShellStreams): RemoteShell => {
  const errors = createBoundedText();
  stderr.on("data", (chunk: Buffer) => errors.add(chunk));
  for (const stream of [stdin, stdout, stderr]) hushed(stream);
  const gone = () => failure("host.unreachable", { host, because: "the shell on it has ended" });
  const lines = readLines(stdout, {
    longest: LONGEST_LINE,
    waiting: WAITING,
    tooLong: () => failure("host.malformed-answer", { host, because: `a line of more than ${LONGEST_LINE} bytes` }),
  });
  return {
    lines,
    over: ended.then((code) => ({ code, errors: errors.text() })),
    end: () => void stdin.end(),
    write: async (bytes) => {
      const { promise, resolve, reject } = Promise.withResolvers<void>();
      void ended.then(() => reject(gone()));
      stdin.write(bytes, (error) => (error ? reject(gone()) : resolve()));
      return promise;
    },
  };
};
