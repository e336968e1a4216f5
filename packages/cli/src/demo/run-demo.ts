import { wholeJournal } from "@hostseal/core";
import type { CommandContext } from "../command-line/command-row.ts";
import { loadConfig } from "../composition/load-config.ts";
import { createWorld } from "../composition/create-world.ts";
import { surroundedBy } from "../composition/surroundings-of.ts";
import { lookAtOutcomes } from "./final-look.ts";
import type { Stage } from "./stage.ts";
import type { Narrator } from "./telling/narrator.ts";
import { createPersonNarrator } from "./telling/person-narrator.ts";
import { createProgramNarrator } from "./telling/program-narrator.ts";
import type { Check, Outcome } from "./telling/summary.ts";
import { runTour } from "./tour/run-tour.ts";
import type { Demo } from "./world/start-demo.ts";
import { runYears } from "./years/run-years.ts";

/** How the demo came out. */
export type Finale = { readonly outcomes: readonly Outcome[]; readonly checks?: readonly Check[] };

const createNarrator = (context: CommandContext, isBrief: () => boolean): Narrator =>
  context.isJson ? createProgramNarrator(context.terminal) : createPersonNarrator(context, { isBrief });

const tellTheRest = async ({ world, narrator }: Stage, outcomes: readonly Outcome[]): Promise<void> => {
  for (const { order } of outcomes)
    narrator.catchUp(order.id, await wholeJournal(world.store, order, { kind: "everything" }));
};

/** Plays the tour, or follows one licence for some years, in a demo world; the data folder is closed again afterwards. */
export const runDemo = async (context: CommandContext, demo: Demo, years: number | undefined): Promise<Finale> => {
  const telling = { brief: false };
  const setBrief = (isBrief: boolean): void => void (telling.brief = isBrief);
  const narrator = createNarrator(context, () => telling.brief);
  const { environment, terminal, signal } = context;
  const around = surroundedBy(demo.clock, { home: demo.home, environment, note: terminal.note });
  await using world = await createWorld(await loadConfig(demo.home), around);
  const stage = { demo, world, narrator, signal };
  const checks = years === undefined ? undefined : await runYears(stage, { years, setBrief });
  if (years === undefined) await runTour(stage, setBrief);
  const outcomes = await lookAtOutcomes(world);
  await tellTheRest(stage, outcomes);
  return { outcomes, ...(checks !== undefined && { checks }) };
};
