import type { SshTarget } from "./transport.ts";

/** Everybody who is logged in to on the way, the outermost first and the target last. */
export const chainTo = (target: SshTarget): readonly SshTarget[] => [...target.jumps.flatMap(chainTo), target];
