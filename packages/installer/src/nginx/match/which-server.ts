import type { NginxServer } from "../servers/nginx-server.ts";
import { reachableSets, setForAddress } from "./address-choice.ts";
import { type AddressSet, addressSets } from "./address-set.ts";
import { chooseInSet } from "./choose-in-set.ts";
import { indexNames, type NameIndex } from "./name-index.ts";
import type { Choice, MatchRefusal, ServerAnswer, ServerQuery } from "./server-answer.ts";

export type ServerFinder = (query: ServerQuery) => ServerAnswer;

type Indexed = {
  readonly set: AddressSet;
  readonly index: NameIndex;
  readonly sslOn: NginxServer | undefined;
};

const refuse = (because: MatchRefusal): ServerAnswer => ({ kind: "refused", because });

const toHostName = (name: string): string => name.toLowerCase().replace(/\.$/, "");

const asked = (indexed: readonly Indexed[], { address }: ServerQuery): readonly Indexed[] => {
  const sets = indexed.map(({ set }) => set);
  const wanted = address === undefined ? reachableSets(sets) : [setForAddress(sets, address)];
  return indexed.filter(({ set }) => wanted.includes(set));
};

/** Where some addresses know the name and others only have a default, the name belongs to the former. */
const relevant = (choices: readonly Choice[]): readonly Choice[] => {
  const named = choices.filter(({ reason }) => reason.kind === "name");
  return named.length > 0 ? named : choices;
};

const agree = (choices: readonly Choice[]): ServerAnswer | undefined => {
  const [first, ...others] = relevant(choices);
  if (!first) return undefined;
  const other = others.find(({ server }) => server.identity !== first.server.identity);
  if (other) return refuse({ kind: "differs-by-address", choices: [first, other] });
  return { kind: "served", server: first.server, reason: first.reason, choices: [first, ...others] };
};

const hasSslOn = ({ levels }: NginxServer): boolean =>
  [...(levels.server.get("ssl") ?? []), ...(levels.http.get("ssl") ?? [])].some(
    ({ directive }) => directive.args[0]?.text === "on",
  );

const prepare = (set: AddressSet): Indexed => ({
  set,
  index: indexNames(set),
  sslOn: set.members.find(({ server }) => hasSslOn(server))?.server,
});

const answer = (indexed: readonly Indexed[], query: ServerQuery): ServerAnswer => {
  const there = asked(indexed, query);
  const sslOn = there.map((one) => one.sslOn).find(Boolean);
  if (sslOn) return refuse({ kind: "ssl-on", server: sslOn });
  const speaking = there.filter(({ set }) => set.isSsl === query.tls);
  const chosen = speaking.map(({ set, index }) => chooseInSet(set, index, toHostName(query.name)));
  const refusal = chosen.find((one) => one.kind === "refused");
  const agreed = refusal ?? agree(chosen.flatMap((one) => (one.kind === "chosen" ? [one.choice] : [])));
  return agreed ?? { kind: "not-served", query, listensOtherwise: there.length > 0 };
};

/** Answers for many names over the same servers; what it needs of a port is prepared once. */
export const createServerFinder = (servers: readonly NginxServer[]): ServerFinder => {
  const ports = new Map<number, readonly Indexed[]>();
  const indexed = (port: number): readonly Indexed[] => {
    const known = ports.get(port) ?? addressSets(servers, port).map(prepare);
    ports.set(port, known);
    return known;
  };
  return (query) => answer(indexed(query.port), query);
};

/**
 * Which server block answers for a name, by nginx's own rules: first the address sets, then the names within
 * (`findEntry`), then `default_server`, then the first block. Refuses where a person would be misled.
 */
export const whichServer = ({ servers, ...query }: ServerQuery & { readonly servers: readonly NginxServer[] }) =>
  createServerFinder(servers)(query);
