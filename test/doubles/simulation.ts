import { asId, failure, newOrder } from "@hostseal/core";
import type {
  CaaLookup,
  HostId,
  OrderId,
  OrderWish,
  Organisation,
  OutgoingMail,
  Product,
  SiteId,
  Store,
  World,
} from "@hostseal/core";
import type { Secret } from "@hostseal/pki";
import type { DomainName, Instant } from "@hostseal/rules";
import { createMemoryStore } from "@hostseal/store";
import type { SettableClock } from "./in-memory-ports.ts";
import { createMemoryMailer, createOpenVault, createSettableClock } from "./in-memory-ports.ts";
import type { IssuerHabits } from "./issuer-habits.ts";
import { usualHabits } from "./issuer-habits.ts";
import type { Moods } from "./moods.ts";
import { alwaysWell } from "./moods.ts";
import type { Mortality } from "./mortality.ts";
import { createImmortality } from "./mortality.ts";
import type { SimulatedAuthority } from "./simulated-authority.ts";
import type { SimulatedHost, SimulatedHostSettings } from "./simulated-host.ts";
import { createSimulatedHost } from "./simulated-host.ts";
import type { SimulatedIssuer } from "./simulated-issuer.ts";
import { createSimulatedIssuer } from "./simulated-issuer.ts";
import { createSimulatedOutside } from "./simulated-outside.ts";
import { createSimulatedProbe } from "./simulated-probe.ts";
import { simulatedProduct } from "./simulated-product.ts";

/** The order and its circumstances; whatever is left out is well. */
export type SimulationSettings = {
  readonly start: Instant;
  readonly authority: SimulatedAuthority;
  readonly names: readonly DomainName[];
  readonly years?: number;
  readonly product?: Product;
  readonly organisation?: Organisation;
  /** Of the issuer, and of hosts that have none of their own. */
  readonly moods?: Moods;
  readonly mailMoods?: Moods;
  readonly habits?: Partial<IssuerHabits>;
  /** The hosts the order is to be installed on; by default one that holds all its names and their zone. */
  readonly hosts?: readonly Partial<SimulatedHostSettings>[];
  /** False: the customer installs by hand. */
  readonly installs?: boolean;
  /** Whether the person who has to publish by hand, or to follow a link, does so. */
  readonly personActs?: () => boolean;
  /** Whether what is published can be seen already. */
  readonly spreads?: () => boolean;
  readonly caa?: () => CaaLookup;
  readonly mortality?: Mortality;
};

export type Simulation = {
  readonly world: World;
  readonly clock: SettableClock;
  /** The store itself, whatever becomes of the process that uses it. */
  readonly store: Store;
  readonly issuer: SimulatedIssuer;
  /** The first of the hosts. */
  readonly host: SimulatedHost;
  readonly hosts: readonly SimulatedHost[];
  readonly mails: readonly OutgoingMail[];
  /** What lies in the vault. */
  readonly secrets: Map<string, Secret>;
  /** Stores a draft of the settings' order. */
  create(changes?: Partial<OrderWish>): Promise<OrderId>;
};

const hostsOf = ({ names, moods = alwaysWell, hosts = [{}] }: SimulationSettings): readonly SimulatedHost[] =>
  hosts.map((changes, index) =>
    createSimulatedHost({
      id: asId<HostId>(`host-${index + 1}`),
      names,
      address: `127.0.0.${index + 1}`,
      moods,
      hasZone: true,
      hasWebroot: false,
      keepsKeys: false,
      serves: () => true,
      ...changes,
    }),
  );

const wishOf = (settings: SimulationSettings, hosts: readonly SimulatedHost[], number: number): OrderWish => {
  const { names, years = 1, product = simulatedProduct, organisation, installs = true } = settings;
  const installations = hosts.map(({ id }) => ({ host: id, site: asId<SiteId>("site") }));
  return {
    id: asId<OrderId>(`ord_${number}`),
    partner: asId("partner"),
    customer: asId("customer"),
    product,
    years,
    names,
    keyType: "ec-p256",
    contactEmails: ["owner@example.com"],
    wishes: { installations: installs ? installations : [], methods: {} },
    ...(organisation !== undefined && { organisation }),
  };
};

/** The core with everything around it in memory, where each part can be in any mood. */
export const createSimulation = (settings: SimulationSettings): Simulation => {
  const { authority, product = simulatedProduct, moods = alwaysWell, mailMoods = alwaysWell } = settings;
  const { personActs = () => true, spreads = () => true, mortality = createImmortality() } = settings;
  const { caa = () => ({ kind: "none", dnssec: "insecure" }) } = settings;
  const mortal = <Port extends object>(port: Port): Port => mortality.mortal(port);
  const clock = createSettableClock(settings.start);
  const secrets = new Map<string, Secret>();
  const mails: OutgoingMail[] = [];
  const hosts = hostsOf(settings);
  const [host] = hosts;
  if (host === undefined) throw new TypeError("a simulation needs a host");
  const byHand = () => (hosts.some(({ zone }) => zone) || !personActs() ? [] : issuer.books.wanted());
  const outside = createSimulatedOutside({ hosts, byHand, spreads });
  const habits: IssuerHabits = { ...usualHabits, approves: personActs, ...settings.habits };
  const issuer: SimulatedIssuer = createSimulatedIssuer({ authority, clock, product, moods, habits, outside });
  const store = createMemoryStore();
  const world: World = {
    clock,
    store: { ...mortal(store), chapters: (...asked) => store.chapters(...asked) },
    vault: mortal(createOpenVault(secrets)),
    probe: mortal(createSimulatedProbe({ outside, now: () => clock.now(), caa })),
    mailer: mortal(createMemoryMailer(mails, mailMoods)),
    log: { emit: () => undefined },
    issuer: () => mortal(issuer),
    host: (id) => {
      const found = hosts.find((one) => one.id === id);
      if (found === undefined) throw failure("host.unknown", { host: id });
      return mortal(found);
    },
    hostsOf: () => hosts.map((one) => mortal(one)),
    roots: [authority.root],
  };
  let orders = 0;
  const create: Simulation["create"] = async (changes = {}) => {
    orders += 1;
    const order = newOrder({ ...wishOf(settings, hosts, orders), ...changes }, clock.now(), "customer");
    await store.put(order, 0);
    return order.id;
  };
  return { world, clock, store, issuer, host, hosts, mails, secrets, create };
};
