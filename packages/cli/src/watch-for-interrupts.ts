import { EXIT } from "./exit-codes.ts";

type Interruptible = Pick<NodeJS.Process, "on" | "exit" | "hrtime">;

/** A terminal and a starting script may both pass the same Ctrl-C on; a person's second one comes later than this. */
const ECHO_NANOSECONDS = 1_000_000_000n;

/** Aborted by the first SIGINT, SIGTERM or SIGHUP, so that work ends in good order; a second one ends the process at once. */
export const watchForInterrupts = (program: Interruptible): AbortSignal => {
  const controller = new AbortController();
  let first: bigint | undefined;
  const interrupt = (): void => {
    const now = program.hrtime.bigint();
    first ??= now;
    if (now - first > ECHO_NANOSECONDS) program.exit(EXIT.interrupted);
    controller.abort(new Error("interrupted"));
  };
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) program.on(name, interrupt);
  return controller.signal;
};
