import { failure } from "@hostseal/core";
import type { FleetHostPlace, FleetState, FleetWish, Share } from "@hostseal/installer/fleet";
import {
  createFleetInstaller,
  emptyFleet,
  evolveFleet,
  foldFleet,
  isComplete,
  parseShare,
  parseWaves,
  planWaves,
  runFleet,
  shareOf,
} from "@hostseal/installer/fleet";
import { z } from "zod";
import type { CommandContext, Run } from "../../command-line/command-row.ts";
import { EXIT } from "../../exit-codes.ts";
import { createFleetProgress } from "../../views/fleet-progress.ts";
import { toFleetJson, toFleetSummary } from "../../views/fleet-summary.ts";
import { flag, readOptions, wholeNumber } from "../read-options.ts";
import type { FleetGround } from "./fleet-ground.ts";
import { openFleetGround } from "./fleet-ground.ts";
import type { OpenJournal } from "./fleet-journal.ts";
import { openFleetJournal } from "./fleet-journal.ts";
import { needed } from "./install-options.ts";
import { planFleet } from "./plan-fleet.ts";
import { readInventory } from "./read-inventory.ts";

const MOST_AT_ONCE = 500;
const MOST_AN_HOUR = 100_000;

const waveSizes = z.string().transform((text, context): readonly Share[] => {
  const parsed = parseWaves(text);
  if (parsed.kind === "waves") return parsed.sizes;
  context.addIssue({ code: "custom", message: parsed.because });
  return z.NEVER;
});

const share = z.string().transform((text, context): Share => {
  const parsed = parseShare(text);
  if (parsed) return parsed;
  context.addIssue({ code: "custom", message: "write a number such as 2, or a part such as 10%" });
  return z.NEVER;
});

const fleetOptions = {
  inventory: z.string().optional(),
  wave: waveSizes.default([]),
  parallel: wholeNumber(1, MOST_AT_ONCE).default(20),
  perGateway: wholeNumber(1, MOST_AT_ONCE).default(5),
  maxFailures: share.default({ kind: "count", count: 0 }),
  perHour: wholeNumber(1, MOST_AN_HOUR).optional(),
  roots: z.string().optional(),
  restart: flag,
  dryRun: flag,
};

type Options = z.output<z.ZodObject<typeof fleetOptions>>;

/** What is said for one host alone, and cannot be meant here. */
const FOR_ONE_HOST = ["host", "name", "cert", "key", "chain", "redirect", "hsts"];

const refuseOthers = (options: Readonly<Record<string, unknown>>): void => {
  const other = FOR_ONE_HOST.find((option) => options[option] !== undefined);
  if (other !== undefined)
    throw failure("input.option", { option: `--${other}`, because: "the inventory says it when there is one" });
};

const toWish = (options: Options, { places }: FleetGround, past: FleetWish["past"]): FleetWish => {
  const { wave, parallel, perGateway, maxFailures, perHour } = options;
  const waves: readonly (readonly FleetHostPlace[])[] = planWaves(places, wave);
  const mostFailures = Math.floor(shareOf(maxFailures, places.length));
  return { waves, parallel, perGateway, mostFailures, past, ...(perHour !== undefined && { perHour }) };
};

/** Goes on where the journal ends, and shows what happens. */
const work = async (
  context: CommandContext,
  wish: FleetWish,
  { around, servers, journal }: FleetGround & { readonly journal: OpenJournal },
): Promise<FleetState> => {
  const { clock, random } = around;
  const progress = createFleetProgress(context);
  const ports = { clock, random, journal, ...createFleetInstaller(servers) };
  let state = wish.past.length === 0 ? emptyFleet : foldFleet(wish.past);
  try {
    for await (const event of runFleet({ ...wish, signal: context.signal }, ports)) {
      state = evolveFleet(state, event);
      progress.show(event, state);
    }
    return state;
  } finally {
    progress.close();
  }
};

/**
 * `hostseal install --inventory`: puts certificates onto many hosts, wave after wave, and proves each at its address. What
 * an interrupted run has left is gone on with. Ctrl-C lets what runs come to its end.
 */
export const installFleet: Run = async (context, given) => {
  refuseOthers(given.options);
  const options = readOptions(fleetOptions, given.options);
  const hosts = await readInventory(needed("--inventory", options.inventory), context.environment);
  const ground = await openFleetGround(context, hosts, options.roots);
  if (options.dryRun) return planFleet(ground, options.parallel, context);
  await using journal = await openFleetJournal({ home: ground.around.home, ...ground, restart: options.restart });
  const state = await work(context, toWish(options, ground, journal.past), { ...ground, journal });
  if (isComplete(state)) await journal.forget();
  if (context.signal.aborted) {
    for (const line of toFleetSummary(state, context.paint)) context.terminal.note(line);
    throw context.signal.reason;
  }
  return {
    exit: isComplete(state) ? EXIT.done : EXIT.failed,
    lines: toFleetSummary(state, context.paint),
    json: toFleetJson(state),
  };
};
