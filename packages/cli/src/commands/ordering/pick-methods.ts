import { failure, toMethodChoice } from "@hostseal/core";
import type { MethodChoice } from "@hostseal/core";
import type { DomainName, Instant } from "@hostseal/rules";
import { readName } from "../read-names.ts";

export type MethodWishes = {
  /** `example.com=dns-txt`, as typed. */
  readonly methods: readonly string[];
  /** Addresses that shall approve for every name they can. */
  readonly approvers: readonly string[];
  readonly at: Instant;
};

const notOrdered = (option: string, name: string) =>
  failure("input.option", { option, because: `${name} is not ordered` });

const fromText = (text: string, names: readonly DomainName[], at: Instant): readonly [DomainName, MethodChoice] => {
  const option = `--method ${text}`;
  const [typed, wanted, ...rest] = text.split("=");
  if (wanted === undefined || rest.length > 0)
    throw failure("input.option", { option, because: "write it as example.com=dns-txt" });
  const name = readName(typed ?? "");
  if (!names.includes(name)) throw notOrdered(option, name);
  const choice = toMethodChoice(wanted, name, at);
  if (choice !== undefined) return [name, choice];
  const because =
    "the method is dns-txt, dns-cname, file, email or email: with one of the five addresses of its domain";
  throw failure("input.option", { option, because });
};

/** The names that an address may approve (BR §3.2.2.4.4). */
const fromApprover = (
  text: string,
  names: readonly DomainName[],
  at: Instant,
): readonly (readonly [DomainName, MethodChoice])[] => {
  const approved = names.flatMap((name) => {
    const choice = toMethodChoice(`email:${text.trim().toLowerCase()}`, name, at);
    return choice === undefined ? [] : [[name, choice] as const];
  });
  if (approved.length > 0) return approved;
  const because =
    "it is none of the five addresses (admin, administrator, hostmaster, postmaster, webmaster) of a name";
  throw failure("input.option", { option: `--email-approver ${text}`, because });
};

/** The methods a person chose, by name. Fails with `input.option` and `input.name`. */
export const pickMethods = (
  names: readonly DomainName[],
  { methods, approvers, at }: MethodWishes,
): Readonly<Record<string, MethodChoice>> =>
  Object.fromEntries([
    ...approvers.flatMap((text) => fromApprover(text, names, at)),
    ...methods.map((text) => fromText(text, names, at)),
  ]);
