import { type AddressSet, addressInWords, addressSets } from "../match/address-set.ts";
import { choiceInSet } from "../match/choose-in-set.ts";
import { type Entry, indexNames } from "../match/name-index.ts";
import type { NginxServer } from "../servers/nginx-server.ts";
import type { ServerName } from "../servers/server-name.ts";
import { placeInWords } from "../tree/place-in-words.ts";
import { TLS_PORT } from "./tls-addresses.ts";

export type AnswersWish = {
  readonly target: NginxServer;
  readonly before: readonly NginxServer[];
  readonly after: readonly NginxServer[];
};

const exactNames = ({ members }: AddressSet): readonly string[] =>
  members.flatMap(({ server }) =>
    server.names.flatMap((name) => (name.kind === "exact" && name.name !== "" ? [name.name] : [])),
  );

/** Who took connections to the address before there was a set for just this address. */
const predecessor = (sets: readonly AddressSet[], { address, family }: AddressSet): AddressSet | undefined =>
  sets.find((set) => set.address === address) ?? sets.find((set) => set.isWildcard && set.family === family);

type Twins = AnswersWish & { readonly old: AddressSet; readonly young: AddressSet };

const isSame = ({ before, after }: AnswersWish, one?: NginxServer, other?: NginxServer): boolean =>
  one !== undefined && other !== undefined && before.indexOf(one) === after.indexOf(other);

/** A name that nobody had by name may come to the target; whatever a server had, it keeps. */
const strayName = (twins: Twins): string | undefined => {
  const [index, newIndex] = [indexNames(twins.old), indexNames(twins.young)];
  const own = new Set(twins.target.names.flatMap((name) => (name.kind === "exact" ? [name.name] : [])));
  return [...exactNames(twins.old), ...own].find((name) => {
    const choice = choiceInSet(twins.old, index, name);
    if (own.has(name) && choice?.reason.kind === "default") return false;
    return !isSame(twins, choice?.server, choiceInSet(twins.young, newIndex, name)?.server);
  });
};

/** Whether names may fit both, and nginx prefers the first; of expressions and of equal wildcards the order decides. */
const mayTake = (own: ServerName, other: ServerName): boolean => {
  if (!("name" in own)) return own.kind === "regex" && other.kind === "regex";
  if (own.kind === "exact" || other.kind === "exact" || other.kind === "unknown") return false;
  if (other.kind === "regex") return true;
  if (own.kind === "before") return other.kind === "before" && `${own.name}.`.startsWith(`${other.name}.`);
  return other.kind === "before" || `.${own.name}`.endsWith(`.${other.name}`);
};

/** A wildcard or an expression of the target that may fit names which another server has by its own. */
const strayPattern = ({ target, old }: Twins): string | undefined => {
  const { heads, tails, regexes } = indexNames(old);
  const others: readonly Entry[] = [...heads.values(), ...tails.values(), ...regexes];
  const taken = others.find(({ name }) => target.names.some((own) => mayTake(own, name)));
  return taken && `names that fit "${taken.name.text}" of the server at ${placeInWords(taken.server.placed)}`;
};

const troubleOn = (twins: Twins): string | undefined => {
  const where = addressInWords(twins.young);
  if (!isSame(twins, twins.old.fallback.server, twins.young.fallback.server))
    return `another server would be the default on ${where}`;
  const stray = strayName(twins) ?? strayPattern(twins);
  return stray === undefined ? undefined : `${stray} would be answered by another server on ${where}`;
};

const isUnchanged = (old: AddressSet, young: AddressSet): boolean =>
  old.address === young.address && old.members.length === young.members.length;

/**
 * A name that another server would answer for over TLS than before, or an address whose default would change, in words.
 * Addresses are compared one by one; where nothing answered before, nothing is taken away.
 */
export const strayAnswer = (wish: AnswersWish): string | undefined => {
  const sets = addressSets(wish.before, TLS_PORT);
  for (const young of addressSets(wish.after, TLS_PORT)) {
    const old = predecessor(sets, young);
    const trouble = old && !isUnchanged(old, young) ? troubleOn({ ...wish, old, young }) : undefined;
    if (trouble !== undefined) return trouble;
  }
  return undefined;
};
