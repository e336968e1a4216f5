import { domainToUnicode } from "node:url";
import type { CertificateFacts, Secret } from "@hostseal/pki";
import type { DemoWorld } from "@hostseal/sandbox";

/** A certificate in the repository of a site. */
export type Stored = {
  readonly name: string;
  readonly certificate: CertificateFacts;
  readonly chain: readonly string[];
  readonly key: Secret;
};

export type Subscription = {
  readonly id: number;
  /** The name of its first domain. */
  readonly name: string;
  readonly owner: string;
};

export type PleskSite = {
  readonly id: number;
  readonly name: string;
  readonly displayName: string;
  readonly hasWww: boolean;
  readonly aliases: readonly string[];
  readonly subscription: Subscription;
  readonly repository: Map<string, Stored>;
  /** What the demo world calls it. */
  readonly webspace: string;
  readonly home: string;
  /** The site of the subscription that was there first, with the same number as the subscription. */
  readonly isPrimary: boolean;
};

/** Subscriptions and domains of the server, as Plesk counts them. */
export type Estate = {
  readonly subscriptions: readonly Subscription[];
  readonly sites: readonly PleskSite[];
  siteNamed(name: string): PleskSite | undefined;
};

const FIRST_ID = 11;

/** The shortest name of the same owner that this one is or lies below. */
const seatOf = (name: string, rivals: readonly string[]): string =>
  rivals
    .filter((other) => name === other || name.endsWith(`.${other}`))
    .toSorted((some, other) => some.length - other.length)[0] ?? name;

const mainNameOf = ({ names }: DemoWorld["residents"][number]): string => names[0] ?? "";

const openSubscriptions = ({ residents }: DemoWorld): ReadonlyMap<string, Subscription> => {
  const seats = residents.map((resident) => {
    const own = residents.filter(({ account }) => account === resident.account).map(mainNameOf);
    return [seatOf(mainNameOf(resident), own), resident.account] as const;
  });
  const numbers = new Map(residents.map((resident, place) => [mainNameOf(resident), FIRST_ID + place]));
  return new Map(seats.map(([name, owner]) => [name, { id: numbers.get(name) ?? 0, name, owner }]));
};

export const openEstate = (world: DemoWorld): Estate => {
  const subscriptions = openSubscriptions(world);
  const sites = world.residents.flatMap((resident, place): readonly PleskSite[] => {
    const name = mainNameOf(resident);
    const own = world.residents.filter(({ account }) => account === resident.account).map(mainNameOf);
    const subscription = subscriptions.get(seatOf(name, own));
    const webspace = world.ground.webspaces.get(resident.site);
    if (!subscription || !webspace) return [];
    return [
      {
        id: FIRST_ID + place,
        name,
        displayName: domainToUnicode(name) || name,
        hasWww: resident.names.some((other) => other === `www.${name}`),
        aliases: resident.names.filter((other) => other !== name && other !== `www.${name}`),
        subscription,
        repository: new Map(),
        webspace: resident.site,
        home: webspace.home,
        isPrimary: subscription.name === name,
      },
    ];
  });
  return {
    subscriptions: [...subscriptions.values()],
    sites,
    siteNamed: (name) => sites.find((site) => site.name === name || site.displayName === name),
  };
};
