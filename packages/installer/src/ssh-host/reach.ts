import { look } from "../prove/index.ts";
import { createRootShells, type Reached } from "../apply/index.ts";
import type { SshHostSettings } from "./settings.ts";

/** Connects to the host. Whoever calls ends the connection. */
export const reach = async (settings: SshHostSettings): Promise<Reached> => {
  const { target, transport, random, clock } = settings;
  const connection = await transport.connect(target);
  const shells = createRootShells(connection, settings.id, random);
  return { host: settings.id, connection, shells, random, clock, look: settings.look ?? look };
};

/** Does something over a connection of its own. */
export const reaching = async <Result>(
  settings: SshHostSettings,
  work: (reached: Reached) => Promise<Result>,
): Promise<Result> => {
  const reached = await reach(settings);
  await using _ = reached.connection;
  return await work(reached);
};
