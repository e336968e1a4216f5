import { asId, can, cannot, failure } from "@hostseal/core";
import type { Host, HostId, InstallPlan, Site, SiteId, ZoneRecord } from "@hostseal/core";
import type { DomainName } from "@hostseal/rules";
import type { Moods } from "./moods.ts";
import { hostFailure } from "./moods.ts";
import { sha256Of } from "./simulated-authority.ts";

export type SimulatedHost = Host & {
  /** What a visitor sees, behind the port. */
  readonly world: { served(): string | undefined; txt(host: string): readonly string[]; records(): number };
};

export type SimulatedHostSettings = {
  readonly id: HostId;
  readonly names: readonly DomainName[];
  readonly moods: Moods;
  /** Whether the zone of the names is here; if not, a person must publish. */
  readonly hasZone: boolean;
  /** Whether an applied certificate is really served; asked at each look. */
  readonly serves: () => boolean;
};

type Shelf = { current: string | undefined; previous: Map<string, string | undefined> };

const sameRecord = (left: ZoneRecord, right: ZoneRecord): boolean =>
  left.type === right.type && left.host === right.host && left.value === right.value;

/** One site in memory, with its zone. */
export const createSimulatedHost = (settings: SimulatedHostSettings): SimulatedHost => {
  const { id, names, moods, hasZone, serves } = settings;
  const site: Site = { id: asId<SiteId>("site"), names };
  const shelf: Shelf = { current: undefined, previous: new Map() };
  let records: readonly ZoneRecord[] = [];

  const call = async <Answer>(deed: () => Answer): Promise<Answer> => {
    const mood = moods();
    if (mood !== "well" && mood !== "lost") throw hostFailure(mood);
    const answer = deed();
    if (mood === "lost") throw hostFailure(mood);
    return answer;
  };

  const apply = (plan: InstallPlan): void => {
    const { id: receipt } = plan.receipt;
    if (!shelf.previous.has(receipt)) shelf.previous.set(receipt, shelf.current);
    shelf.current = plan.certificate;
  };

  const rollback = (receipt: string): void => {
    if (!shelf.previous.has(receipt)) return;
    shelf.current = shelf.previous.get(receipt);
    shelf.previous.delete(receipt);
  };

  const zone: NonNullable<Host["zone"]> = {
    zoneFor: (host) => call(() => (names.some((name) => host.endsWith(name.replace("*.", ""))) ? "zone" : undefined)),
    add: (record) =>
      call(() => {
        if (!records.some((one) => sameRecord(one, record))) records = [...records, record];
      }),
    remove: (record) =>
      call(() => {
        records = records.filter((one) => !sameRecord(one, record));
      }),
  };

  let plans = 0;
  return {
    id,
    manifest: {
      id: "simulated",
      title: "Simulated host",
      capabilities: {
        zone: hasZone ? can : cannot("the zone is hosted elsewhere"),
        webroot: cannot("it has no files"),
        keys: cannot("it makes no keys"),
      },
    },
    sites: () => call(() => [site]),
    installed: () =>
      call(() => (shelf.current === undefined ? undefined : { sha256: sha256Of(shelf.current), notAfter: 0 })),
    plan: ({ site: wanted, certificate, chain }) =>
      call(() => {
        if (wanted !== site.id) throw failure("host.site-unknown", { host: id, site: wanted });
        plans += 1;
        return {
          site: wanted,
          certificate,
          chain,
          steps: [{ kind: "call" as const, summary: "put the certificate on the site" }],
          receipt: { id: `plan-${plans}`, undo: {} },
          endpoints: [],
        };
      }),
    apply: (plan) => call(() => apply(plan)),
    commit: (receipt) =>
      call(() => {
        shelf.previous.delete(receipt.id);
      }),
    rollback: (receipt) => call(() => rollback(receipt.id)),
    ...(hasZone && { zone }),
    world: {
      served: () => (shelf.current !== undefined && serves() ? sha256Of(shelf.current) : undefined),
      txt: (at) => records.filter(({ type, host }) => type === "TXT" && host === at).map(({ value }) => value),
      records: () => records.length,
    },
  };
};
