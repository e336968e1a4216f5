import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { join } from "node:path";
import type { KeyPair } from "./make-key.ts";
import { startProgram } from "./start-program.ts";

/** An agent of OpenSSH that holds these keys. */
export const startSshAgent = async (
  folder: string,
  keys: readonly KeyPair[],
): Promise<{ readonly socket: string; close(): Promise<void> }> => {
  const socket = join(folder, "agent");
  const agent = await startProgram("/usr/bin/ssh-agent", ["-D", "-a", socket], (output) => output.includes(socket));
  const run = promisify(execFile);
  for (const { path } of keys) await run("/usr/bin/ssh-add", ["-q", path], { env: { SSH_AUTH_SOCK: socket } });
  return { socket, close: async () => agent.close() };
};
