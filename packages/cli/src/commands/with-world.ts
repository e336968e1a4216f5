import type { CommandContext, Report } from "../command-line/command-row.ts";
import type { LocalWorld } from "../composition/create-world.ts";
import { createWorld } from "../composition/create-world.ts";
import { loadConfig } from "../composition/load-config.ts";
import { surroundingsOf } from "../composition/surroundings-of.ts";

/** Opens the world of the chosen data folder for one piece of work, and closes it whatever comes. */
export const withWorld = async <Outcome = Report>(
  { home, environment, terminal }: CommandContext,
  work: (world: LocalWorld) => Promise<Outcome>,
): Promise<Outcome> => {
  const config = await loadConfig(home);
  const around = await surroundingsOf(config, { home, environment, note: terminal.note });
  await using world = await createWorld(config, around);
  return await work(world);
};
