import { type AddressSet, addressInWords, addressSets } from "../match/address-set.ts";
import { choiceInSet } from "../match/choose-in-set.ts";
import { indexNames } from "../match/name-index.ts";
import type { NginxServer } from "../servers/nginx-server.ts";
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

const troubleOn = (twins: Twins): string | undefined => {
  const where = addressInWords(twins.young);
  if (!isSame(twins, twins.old.fallback.server, twins.young.fallback.server))
    return `another server would be the default on ${where}`;
  const name = strayName(twins);
  return name === undefined ? undefined : `${name} would be answered by another server on ${where}`;
};

const isUnchanged = (old: AddressSet, young: AddressSet): boolean => old.members.length === young.members.length;

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
