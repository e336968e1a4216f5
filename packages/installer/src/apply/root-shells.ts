import type { Random } from "@hostseal/core";
import type { Connection } from "../transport/index.ts";
import { openRootShell } from "./open-root-shell.ts";
import type { RootShell } from "./root-shell.ts";

/** The programs on a host, over one connection: one that has only reported listens once more. */
export type RootShells = {
  /** One that waits for a request. Failures: those of `openRootShell`. */
  take(): Promise<RootShell>;
  /** For whoever takes the next. */
  keep(shell: RootShell): void;
};

export const createRootShells = (connection: Connection, host: string, random: Random): RootShells => {
  let kept: RootShell | undefined;
  return {
    take: async () => {
      const shell = kept;
      kept = undefined;
      return shell ?? openRootShell(connection, host, random);
    },
    keep: (shell) => {
      kept = shell;
      void shell.over.then(() => {
        if (kept === shell) kept = undefined;
      });
    },
  };
};
