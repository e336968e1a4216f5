import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { findProgram } from "../run/programs/find-program.ts";

const start = promisify(execFile);

/** Runs openssl to its end; only the time it takes is of interest. */
export const openssl = async (args: readonly string[]): Promise<void> => {
  await start("openssl", [...args]);
};

export const hasOpenssl = (): boolean => findProgram("openssl") !== undefined;
