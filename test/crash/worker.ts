// Settles one order of a data folder, and kills its own process at the given boundary:
//   node worker.ts <home> <order> <boundary, counted from 1; 0 for never>
// Says how many boundaries it passed as its last line.
import { createWorld, loadConfig, surroundingsOf } from "@hostseal/cli";
import { asId, settle } from "@hostseal/core";
import type { OrderId } from "@hostseal/core";
import { mortal } from "./mortal.ts";

const [home = "", order = "", fatal = "0"] = process.argv.slice(2);

const config = await loadConfig(home);
const environment = {
  home,
  isDebugging: false,
  allowsColours: false,
  agentSocket: undefined,
  person: () => ({ user: "nobody", folder: "/nowhere" }),
  credential: () => undefined,
};
const world = await createWorld(config, await surroundingsOf(config, { home, environment, note: () => undefined }));

let boundaries = 0;
const tick = (): void => {
  boundaries += 1;
  if (boundaries === Number(fatal)) process.kill(process.pid, "SIGKILL");
};

await settle(mortal(world, tick), asId<OrderId>(order));
await world[Symbol.asyncDispose]();
process.stdout.write(`${boundaries}\n`);
