import { EXIT } from "./exit-codes.ts";

type Interruptible = Pick<NodeJS.Process, "on" | "exit" | "hrtime">;

export type Interrupts = {
  /** Aborted by the first interruption. */
  readonly signal: AbortSignal;
  /** What a signal does, for whoever hears Ctrl-C in another way. */
  readonly interrupt: () => void;
};

/** A terminal and a starting script may both pass the same Ctrl-C on; a person's second one comes later than this. */
const ECHO_NANOSECONDS = 1_000_000_000n;

/** The first SIGINT, SIGTERM or SIGHUP lets work end in good order; a second one ends the process at once. */
export const watchForInterrupts = (program: Interruptible): Interrupts => {
  const controller = new AbortController();
  let first: bigint | undefined;
  const interrupt = (): void => {
    const now = program.hrtime.bigint();
    first ??= now;
    if (now - first > ECHO_NANOSECONDS) program.exit(EXIT.interrupted);
    controller.abort(new Error("interrupted"));
  };
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) program.on(name, interrupt);
  return { signal: controller.signal, interrupt };
};
