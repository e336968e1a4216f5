import { spawn } from "node:child_process";
import { once } from "node:events";
import { connect, type Socket } from "node:net";

/** More than the queue of a server that listens with a backlog of one. */
const QUEUE = 8;
const PROGRAM = `
const [port, address] = process.argv.slice(1);
require("node:net").createServer().listen({ port: Number(port), host: address, backlog: 1 }, () => console.log("ready"));`;

const fill = (port: number, address: string): readonly Socket[] =>
  Array.from({ length: QUEUE }, () => {
    const socket = connect(port, address);
    socket.on("error", () => socket.destroy());
    return socket;
  });

/** An address that answers no attempt to connect, as one behind a firewall: a stopped server whose queue is full. */
export const startSwallowingServer = async (port: number, address: string): Promise<AsyncDisposable> => {
  const child = spawn(process.execPath, ["-e", PROGRAM, String(port), address], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  await once(child.stdout, "data");
  child.kill("SIGSTOP");
  const queued = fill(port, address);
  const end = async (): Promise<void> => {
    for (const socket of queued) socket.destroy();
    child.kill("SIGKILL");
    await once(child, "exit");
  };
  return { [Symbol.asyncDispose]: end };
};
