import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir } from "node:fs/promises";
import { createServer, type Socket } from "node:net";
import { join } from "node:path";
import type { ScratchServer } from "./scratch-server.ts";

/** Does what systemd does for the signer's socket: one process for each connection, with the connection as its own. */
export const startSigner = async ({
  root,
  environment: env,
}: ScratchServer): Promise<{ log(): string; close(): Promise<void> }> => {
  const program = join(root, "usr/local/lib/hostseal/hostseal-signer");
  const said: string[] = [];
  const answer = (socket: Socket): void => {
    const signer = spawn(program, [], { stdio: [socket, socket, "pipe"], env });
    signer.stderr?.on("data", (text) => said.push(String(text)));
    signer.once("close", () => socket.destroy());
  };
  const server = createServer({ pauseOnConnect: true }, answer);
  await mkdir(join(root, "run/hostseal"), { recursive: true });
  server.listen(join(root, "run/hostseal/signer.sock"));
  await once(server, "listening");
  return {
    log: () => said.join(""),
    close: async () => {
      server.close();
      await once(server, "close");
    },
  };
};
