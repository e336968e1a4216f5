import type { CommandContext } from "../command-line/command-row.ts";
import type { Adapters } from "../composition/create-adapters.ts";
import { createAdapters } from "../composition/create-adapters.ts";
import { loadConfig } from "../composition/load-config.ts";
import { surroundingsOf } from "../composition/surroundings-of.ts";

/** The drivers of the chosen configuration, for commands that need no order and so leave the data folder alone. */
export const openAdapters = async ({ home, environment, terminal }: CommandContext): Promise<Adapters> => {
  const config = await loadConfig(home);
  return createAdapters(config, await surroundingsOf(config, { home, environment, note: terminal.note }));
};
