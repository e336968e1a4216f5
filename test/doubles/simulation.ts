import { asId, newOrder } from "@hostseal/core";
import type { Clock, HostId, Order, OrderId, OutgoingMail, Product, SiteId, Store, Vault, World } from "@hostseal/core";
import type { Secret } from "@hostseal/pki";
import type { DomainName, Instant } from "@hostseal/rules";
import { createMemoryStore } from "@hostseal/store";
import type { Moods } from "./moods.ts";
import { alwaysWell } from "./moods.ts";
import type { SimulatedAuthority } from "./simulated-authority.ts";
import type { SimulatedHost } from "./simulated-host.ts";
import { createSimulatedHost } from "./simulated-host.ts";
import type { SimulatedIssuer } from "./simulated-issuer.ts";
import { createSimulatedIssuer } from "./simulated-issuer.ts";
import { createSimulatedProbe } from "./simulated-probe.ts";

export const simulatedProduct: Product = {
  code: "sim-dv",
  title: "Simulated DV",
  issuer: asId("simulated"),
  brand: "sandbox",
  level: "dv",
  wildcard: true,
  maxNames: 3,
  includesWwwTwin: false,
  years: [1, 2, 3, 4, 5],
  price: { perYear: { amount: 1000, currency: "EUR" }, perExtraNamePerYear: { amount: 500, currency: "EUR" } },
};

export type SimulationSettings = {
  readonly start: Instant;
  readonly authority: SimulatedAuthority;
  readonly names: readonly DomainName[];
  readonly years?: number;
  readonly moods?: Moods;
  readonly hostMoods?: Moods;
  readonly hasZone?: boolean;
  readonly installs?: boolean;
  readonly serves?: () => boolean;
  readonly balance?: () => number;
  /** Whether the person who has to publish by hand does so. */
  readonly personActs?: () => boolean;
  readonly store?: Store;
};

export type Simulation = {
  readonly world: World;
  readonly clock: Clock & { set(instant: Instant): void };
  readonly issuer: SimulatedIssuer;
  readonly host: SimulatedHost;
  readonly mails: readonly OutgoingMail[];
  readonly secrets: ReadonlyMap<string, Secret>;
  /** Stores a draft of the settings' order. */
  create(changes?: Partial<Pick<Order, "csr">>): Promise<OrderId>;
};

const settableClock = (start: Instant): Simulation["clock"] => {
  let time = start;
  return {
    now: () => time,
    until: async (instant) => {
      time = Math.max(time, instant);
    },
    set: (instant) => {
      time = Math.max(time, instant);
    },
  };
};

const memoryVault = (secrets: Map<string, Secret>): Vault => ({
  seal: async ({ order, label, secret }) => {
    secrets.set(`${order}/${label}`, secret);
    return asId(`${order}/${label}`);
  },
  open: async (ref) => secrets.get(ref),
  destroy: async (ref) => {
    secrets.delete(ref);
  },
});

/** The core with everything around it in memory, where each part can be in any mood. */
export const createSimulation = (settings: SimulationSettings): Simulation => {
  const { start, authority, names, years = 1, moods = alwaysWell, hostMoods = moods } = settings;
  const { hasZone = true, installs = true, serves = () => true, balance = () => 1_000_000 } = settings;
  const { personActs = () => true, store = createMemoryStore() } = settings;
  const clock = settableClock(start);
  const secrets = new Map<string, Secret>();
  const mails: OutgoingMail[] = [];
  const host = createSimulatedHost({ id: asId<HostId>("host"), names, moods: hostMoods, hasZone, serves });
  const txt = (at: string): readonly string[] => {
    if (hasZone) return host.world.txt(at);
    const wanted = personActs() ? issuer.books.wantedAt(at) : undefined;
    return wanted === undefined ? [] : [wanted];
  };
  const issuer: SimulatedIssuer = createSimulatedIssuer({
    authority,
    clock,
    product: simulatedProduct,
    moods,
    balance: () => ({ amount: balance(), currency: "EUR" }),
    txt,
    approves: personActs,
  });
  const probe = createSimulatedProbe({
    txt,
    served: () => (installs ? host.world.served() : undefined),
    now: () => clock.now(),
  });
  const world: World = {
    clock,
    store,
    vault: memoryVault(secrets),
    probe,
    mailer: {
      send: async (mail) => {
        if (!mails.some(({ id }) => id === mail.id)) mails.push(mail);
      },
    },
    log: { emit: () => undefined },
    issuer: () => issuer,
    host: () => host,
    hostsOf: () => [host],
    roots: [authority.root],
  };
  const create: Simulation["create"] = async (changes = {}) => {
    const order = newOrder(
      {
        id: asId<OrderId>(`ord_${start}`),
        partner: asId("partner"),
        customer: asId("customer"),
        product: simulatedProduct,
        years,
        names,
        keyType: "ec-p256",
        contactEmails: ["owner@example.com"],
        wishes: { installations: installs ? [{ host: host.id, site: asId<SiteId>("site") }] : [], methods: {} },
        ...changes,
      },
      clock.now(),
      "customer",
    );
    await store.put(order, 0);
    return order.id;
  };
  return { world, clock, issuer, host, mails, secrets, create };
};
