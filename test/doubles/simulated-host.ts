import { asId, can, cannot, failure } from "@hostseal/core";
import type { Endpoint, Host, HostId, InstallKey, InstallPlan, Site, SiteId } from "@hostseal/core";
import { keyMatches } from "@hostseal/pki";
import type { DomainName } from "@hostseal/rules";
import type { Moods } from "./moods.ts";
import { callWith, hostFailure } from "./moods.ts";
import { sha256Of } from "./simulated-authority.ts";
import type { KeyRing } from "./simulated-key-ring.ts";
import { createKeyRing } from "./simulated-key-ring.ts";
import { createSimulatedWebroot } from "./simulated-webroot.ts";
import { createSimulatedZone } from "./simulated-zone.ts";

export type SimulatedHost = Host & {
  /** What a visitor sees, behind the port. */
  readonly world: {
    served(name: string): string | undefined;
    /** Whether anything answers for a name here. */
    answers(name: string): boolean;
    /** Where it answers. */
    readonly endpoint: Endpoint;
    /** The certificate that lies there, whether or not it is served. */
    holds(): string | undefined;
    records(type: "TXT" | "CNAME", host: string): readonly string[];
    file(name: string, path: string): string | undefined;
    /** How many proofs lie there. */
    litter(): number;
    /** How many private keys were made here and not forgotten. */
    keys(): number;
    /** How often the configuration was touched. */
    applications(): number;
  };
};

export type SimulatedHostSettings = {
  readonly id: HostId;
  readonly names: readonly DomainName[];
  readonly address: string;
  readonly moods: Moods;
  /** Whether the zone of the names is here; if not, a person must publish. */
  readonly hasZone: boolean;
  /** Whether files can be put below the document root. */
  readonly hasWebroot: boolean;
  /** Whether keys are made here and never leave. */
  readonly keepsKeys: boolean;
  /** Whether an applied certificate is really served; asked at each look. */
  readonly serves: () => boolean;
};

type Shelf = { current: string | undefined; applications: number; readonly previous: Map<string, string | undefined> };

const manifestOf = ({ hasZone, hasWebroot, keepsKeys }: SimulatedHostSettings): Host["manifest"] => ({
  id: "simulated",
  title: "Simulated host",
  capabilities: {
    zone: hasZone ? can : cannot("the zone is hosted elsewhere"),
    webroot: hasWebroot ? can : cannot("it has no files"),
    keys: keepsKeys ? can : cannot("it makes no keys"),
  },
});

const assertKeyFits = (ring: KeyRing, { certificate }: InstallPlan, key: InstallKey): void => {
  const pem = key.kind === "brought" ? key.pem : ring.key(key.reference);
  if (pem === undefined || !keyMatches(certificate, pem)) throw new TypeError("the key is not that of the certificate");
};

/** One site in memory, with its zone, files and keys. */
export const createSimulatedHost = (settings: SimulatedHostSettings): SimulatedHost => {
  const { id, names, address, moods, hasZone, hasWebroot, keepsKeys, serves } = settings;
  const call = callWith(moods, hostFailure);
  const site: Site = { id: asId<SiteId>("site"), names };
  const endpoint: Endpoint = { address, port: 443 };
  const answers = (name: string): boolean => names.some((one) => one === name);
  const shelf: Shelf = { current: undefined, applications: 0, previous: new Map() };
  const zone = createSimulatedZone(names, call);
  const webroot = createSimulatedWebroot(site, call);
  const ring = createKeyRing(call);

  const planFor: Host["plan"] = async ({ site: wanted, certificate, chain }) => {
    if (wanted !== site.id) throw failure("host.site-unknown", { host: id, site: wanted });
    const steps = [{ kind: "call" as const, summary: "put the certificate on the site" }];
    const receipt = { id: `plan-${sha256Of(certificate)}-${shelf.applications}`, undo: {} };
    return { site: wanted, certificate, chain, steps, receipt, endpoints: [endpoint] };
  };

  const apply = (plan: InstallPlan, key: InstallKey): void => {
    assertKeyFits(ring, plan, key);
    const { id: receipt } = plan.receipt;
    if (!shelf.previous.has(receipt)) shelf.previous.set(receipt, shelf.current);
    shelf.current = plan.certificate;
    shelf.applications += 1;
  };

  const rollback = (receipt: string): void => {
    if (!shelf.previous.has(receipt)) return;
    shelf.current = shelf.previous.get(receipt);
    shelf.previous.delete(receipt);
  };

  return {
    id,
    manifest: manifestOf(settings),
    examine: () => call(() => ({ software: "Simulated host 1", findings: [] })),
    sites: () => call(() => [site]),
    installed: () =>
      call(() => (shelf.current === undefined ? undefined : { sha256: sha256Of(shelf.current), notAfter: 0 })),
    plan: (request) => call(() => planFor(request)),
    apply: (plan, key) => call(() => apply(plan, key)),
    commit: (receipt) =>
      call(() => {
        shelf.previous.delete(receipt.id);
      }),
    rollback: (receipt) => call(() => rollback(receipt.id)),
    ...(hasZone && { zone: zone.port }),
    ...(hasWebroot && { webroot: webroot.port }),
    ...(keepsKeys && { keys: ring.port }),
    world: {
      answers,
      endpoint,
      served: (name) =>
        answers(name) && shelf.current !== undefined && serves() ? sha256Of(shelf.current) : undefined,
      holds: () => (shelf.current === undefined ? undefined : sha256Of(shelf.current)),
      records: zone.records,
      file: webroot.file,
      litter: () => zone.count() + webroot.count(),
      keys: () => ring.count(),
      applications: () => shelf.applications,
    },
  };
};
