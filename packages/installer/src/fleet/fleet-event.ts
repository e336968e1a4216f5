import { z } from "zod";

const at = z.number();
const host = z.string();
/** Names what a run does on a host: `run-` and 16 hex digits. */
const run = z.string();

const outcome = z.strictObject({
  /** `unchanged`: everything was there already, and was seen. */
  kind: z.enum(["installed", "unchanged"]),
  names: z.array(z.string()),
  /** Where it was seen. */
  addresses: z.array(z.string()),
});

/** What a host came to. */
export type HostOutcome = z.infer<typeof outcome>;

const became = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("done"), outcome }),
  /** Everything is as it was before the run. */
  z.strictObject({ kind: z.literal("undone") }),
]);

/** What became of a run that was begun, and of whose end nothing was known. */
export type Became = z.infer<typeof became>;

/** As the journal keeps them. */
export const fleetEvent = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("fleet.begun"), at, waves: z.array(z.array(host)) }),
  z.strictObject({ kind: z.literal("fleet.resumed"), at }),
  z.strictObject({ kind: z.literal("wave.begun"), at, wave: z.number() }),
  z.strictObject({ kind: z.literal("host.begun"), at, host, run }),
  z.strictObject({ kind: z.literal("host.stepped"), at, host, step: z.string() }),
  z.strictObject({ kind: z.literal("host.asked"), at, host, became }),
  z.strictObject({ kind: z.literal("host.done"), at, host, outcome }),
  z.strictObject({
    kind: z.literal("host.failed"),
    at,
    host,
    code: z.string(),
    sentence: z.string(),
    fix: z.string(),
    /** When it is tried again; never when absent. */
    retryAt: z.number().optional(),
  }),
  /** No further change may begin before `until`. */
  z.strictObject({ kind: z.literal("fleet.paced"), at, until: z.number() }),
  /** Nothing new is begun; what runs comes to its end. */
  z.strictObject({ kind: z.literal("fleet.stopped"), at, because: z.enum(["failures", "asked"]) }),
  z.strictObject({ kind: z.literal("fleet.ended"), at }),
]);

/** What happens in a fleet. Times are epoch milliseconds. */
export type FleetEvent = Readonly<z.infer<typeof fleetEvent>>;
export type FleetEventOf<Kind extends FleetEvent["kind"]> = Extract<FleetEvent, { kind: Kind }>;
