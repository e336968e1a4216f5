import { inventorySchema, type WrittenHost, type WrittenInventory, type WrittenSite } from "./inventory-schema.ts";

/** A certificate with its chain behind it, and its key, for the server of a name; both are paths as written. */
export type FleetSite = Readonly<Omit<WrittenSite, "hosts" | "labels">>;

/** How a host is reached, with the defaults put in; what nobody has said is for ssh's own configuration to say. */
export type FleetHost = Readonly<Omit<WrittenHost, "labels" | "address">> & {
  readonly id: string;
  readonly address: string;
  /** At least one. */
  readonly sites: readonly FleetSite[];
};

export type ParsedInventory =
  /** Hosts in the order they were written; those without a site are left out. */
  | { readonly kind: "inventory"; readonly hosts: readonly FleetHost[] }
  | { readonly kind: "malformed"; readonly problems: readonly string[] };

const isOn = ({ hosts, labels = [] }: WrittenSite, id: string, host: WrittenHost): boolean =>
  (hosts === undefined || hosts.includes(id)) && labels.every((label) => host.labels.includes(label));

const toHost = ({ defaults, sites }: WrittenInventory, id: string, host: WrittenHost): FleetHost => {
  const { labels: _labels, ...own } = host;
  const mine = sites.filter((site) => isOn(site, id, host)).map(({ hosts: _hosts, labels: _all, ...site }) => site);
  return { address: id, ...defaults, ...own, id, sites: mine };
};

const twiceOn = ({ id, sites }: FleetHost): readonly string[] =>
  sites
    .filter(({ name }, index) => sites.findIndex((one) => one.name === name) !== index)
    .map(({ name }) => `sites: ${name} is installed twice on ${id}`);

/** Whoever is named has to be there; a site that is on no host is a mistake. */
const strayIn = ({ hosts, sites }: WrittenInventory): readonly string[] => [
  ...sites.flatMap(({ name, hosts: named = [] }) =>
    named.filter((id) => !Object.hasOwn(hosts, id)).map((id) => `sites: ${name} is on ${id}, which is not a host`),
  ),
  ...sites
    .filter((site) => !Object.entries(hosts).some(([id, host]) => isOn(site, id, host)))
    .map(({ name }) => `sites: ${name} is on no host`),
];

/** Reads an inventory from plain values, as YAML or JSON give them. */
export const parseInventory = (written: unknown): ParsedInventory => {
  const parsed = inventorySchema.safeParse(written);
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, message }) => `${path.join(".") || "the file"}: ${message}`);
    return { kind: "malformed", problems };
  }
  const hosts = Object.entries(parsed.data.hosts)
    .map(([id, host]) => toHost(parsed.data, id, host))
    .filter(({ sites }) => sites.length > 0);
  const problems = [...strayIn(parsed.data), ...hosts.flatMap(twiceOn)];
  return problems.length > 0 ? { kind: "malformed", problems } : { kind: "inventory", hosts };
};
