import type { DnsAnswer } from "@hostseal/core";
import { isIP } from "node:net";
import type { Resolve } from "../dns/resolve.ts";

/** The addresses of a name, IPv6 first, as CAs and browsers try them (RFC 6724). */
export type Addresses =
  | { readonly kind: "addresses"; readonly addresses: readonly string[]; readonly source: "settings" | "dns" }
  | { readonly kind: "none"; readonly detail: string };

export type AddressBook = (name: string, how?: { readonly unchecked: boolean }) => Promise<Addresses>;

export type AddressSources = {
  readonly resolve: Resolve;
  readonly pinned: ReadonlyMap<string, readonly string[]>;
  readonly sourceAddress?: string | undefined;
};

const FIRST_LABEL = /^[^.]+/;

const addressesIn = (answer: DnsAnswer): readonly string[] =>
  answer.kind === "records" ? answer.records.map(({ value }) => value) : [];

const toSentence = (answer: DnsAnswer): string => {
  switch (answer.kind) {
    case "records":
      return "has an address";
    case "no-records":
      return "has no address";
    case "no-such-name":
      return "does not exist";
    case "failed":
      return `cannot be resolved: ${answer.because} from ${answer.server}`;
  }
};

/** Looks a name up among the pinned ones and then in DNS. Only addresses that can be reached from the source address count. */
export const createAddressBook = ({ resolve, pinned, sourceAddress }: AddressSources): AddressBook => {
  const isReachable = (address: string): boolean => !sourceAddress || isIP(address) === isIP(sourceAddress);

  const look = async (name: string, how?: { readonly unchecked: boolean }): Promise<Addresses> => {
    const fixed = pinned.get(name) ?? pinned.get(name.replace(FIRST_LABEL, "*"));
    if (fixed) return { kind: "addresses", addresses: fixed, source: "settings" };
    const answers = await Promise.all([resolve({ name, type: "AAAA" }, how), resolve({ name, type: "A" }, how)]);
    const addresses = answers.flatMap(addressesIn);
    if (addresses.length > 0) return { kind: "addresses", addresses, source: "dns" };
    const telling = answers.find(({ kind }) => kind === "failed") ?? answers[1];
    return { kind: "none", detail: `${name} ${toSentence(telling)}` };
  };

  return async (name, how) => {
    const found = await look(name, how);
    if (found.kind === "none") return found;
    const addresses = found.addresses.filter(isReachable);
    if (addresses.length > 0) return { ...found, addresses };
    return { kind: "none", detail: `${name} has no address that ${sourceAddress} can reach` };
  };
};
