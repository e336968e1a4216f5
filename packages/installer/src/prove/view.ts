import type { DomainName } from "@hostseal/rules";
import type { Look, Sight, Spot } from "./look.ts";

/** What an installation concerns: where it is seen, the names that shall change, and names that shall not. */
export type Scene = {
  readonly addresses: readonly string[];
  readonly name: DomainName;
  /** Written as the server has them. */
  readonly affected: readonly string[];
  readonly neighbours: readonly DomainName[];
};

/** Pages are looked at twice, so that one that is another each time is known as such. */
export type Seen = { readonly spot: Spot; readonly sights: readonly [Sight, Sight] };
export type View = readonly Seen[];

const MOST_NEIGHBOURS = 8;

const pages = (address: string, name: string): readonly Spot[] =>
  (["http", "https"] as const).map((scheme) => ({ kind: "page", scheme, address, name }));

/** Everything that is looked at before and after. */
export const spotsOf = ({ addresses, name, neighbours, affected }: Scene): readonly Spot[] => {
  const others = neighbours.filter((one) => one !== name && !affected.includes(one)).slice(0, MOST_NEIGHBOURS);
  return addresses.flatMap((address): readonly Spot[] => [
    { kind: "no-name", address },
    ...[name, ...new Set(others)].flatMap((one) => pages(address, one)),
  ]);
};

const see = async (look: Look, spot: Spot): Promise<Seen> => {
  const first = await look(spot);
  return { spot, sights: [first, spot.kind === "page" ? await look(spot) : first] };
};

export const takeView = async (look: Look, scene: Scene): Promise<View> =>
  Promise.all(spotsOf(scene).map(async (spot) => see(look, spot)));
