import { createHash } from "node:crypto";
import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { root, say, stop } from "./surroundings.mjs";

const PATIENCE = 15 * 60_000;
const PAUSE = 200;

/** A socket without a file, which the kernel takes away with its owner, however that ends. Only Linux has them. */
const address = () => `\0hostseal-boot-${createHash("sha256").update(root).digest("hex").slice(0, 32)}`;

const listen = () =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", (error) => (error.code === "EADDRINUSE" ? resolve(undefined) : reject(error)));
    server.listen(address(), () => resolve(server));
  });

const waitForTurn = async () => {
  for (let waited = 0; waited < PATIENCE; waited += PAUSE) {
    const turn = await listen();
    if (turn !== undefined) return turn;
    if (waited === 0) say("another start is preparing this checkout; waiting for it …");
    await sleep(PAUSE);
  }
  return stop("another start has been preparing this checkout for a quarter of an hour. End it, and try again.");
};

/** Does something while no other start of this checkout on this machine does it. */
export const oneAtATime = async (act) => {
  if (process.platform !== "linux") return act();
  const turn = await waitForTurn();
  act();
  turn.close();
};
