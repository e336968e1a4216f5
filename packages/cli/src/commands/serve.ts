import { once } from "node:events";
import { createApp, createPilot, createWording, startServer } from "@hostseal/server";
import type { Run } from "../command-line/command-row.ts";
import { serverSettings } from "../composition/app/server-settings.ts";
import { createSharedWorld } from "../composition/create-world.ts";
import { formatEndpoint } from "../composition/endpoint.ts";
import { loadConfig } from "../composition/load-config.ts";
import { surroundingsOf } from "../composition/surroundings-of.ts";
import { EXIT } from "../exit-codes.ts";

/**
 * `hostseal serve`: the web app with its autopilot. On a signal it takes nothing new, ends what is under way, and leaves
 * the rest to the next start: every step is written down before it is done.
 */
export const serve: Run = async ({ home, environment, terminal, signal }) => {
  const config = await loadConfig(home);
  const around = await surroundingsOf(config, { home, environment, note: terminal.note });
  const settings = await serverSettings(config, around);
  await using world = await createSharedWorld(config, around);
  const pilot = createPilot({ world: { ...world, wording: createWording(world, settings) } });
  const server = await startServer(settings.listen, () => createApp({ world, settings, pilot }));
  terminal.note(`Listening on ${formatEndpoint(server)} for ${settings.origin}`);
  const flight = pilot.fly(signal);
  if (!signal.aborted) await once(signal, "abort");
  await Promise.all([server.close(), flight]);
  return { exit: EXIT.done, lines: ["Everything under way is done."], json: { type: "serve", ended: true } };
};
