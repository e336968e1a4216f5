import type { MethodChoice, Product } from "@hostseal/core";
import type { DomainName, Instant } from "@hostseal/rules";
import {
  approverAddresses,
  authorizationDomains,
  isWildcard,
  methodVerdict,
  parseDomainName,
  wildcardAllowed,
} from "@hostseal/rules";
import { refuse } from "../refusal.ts";

const readName = (text: string): DomainName => {
  const parsed = parseDomainName(text);
  if (parsed.kind === "refused") throw refuse("name-invalid", `${text}: ${parsed.code}`);
  return parsed.name;
};

/**
 * The ordered names, each once, as certificates carry them.
 * @throws Refusal when one cannot be in a certificate, or the product does not hold them.
 */
export const examineNames = (texts: readonly string[], product: Product): readonly DomainName[] => {
  const names = [...new Set(texts.map(readName))];
  if (names.length === 0) throw refuse("name-invalid", "at least one name is needed");
  if (names.length > product.maxNames) {
    throw refuse("names-too-many", `${names.length} names, ${product.code} holds ${product.maxNames}`);
  }
  const wildcard = names.find(isWildcard);
  if (wildcard && !(product.wildcard && wildcardAllowed(product.level).kind === "allowed")) {
    throw refuse("wildcard-not-sold", `${wildcard} with ${product.code}`);
  }
  return names;
};

/** The five mailboxes at each authorization domain of the name, most specific first (BR §3.2.2.4.4). */
const mailboxes = (name: DomainName, at: Instant): readonly string[] =>
  authorizationDomains({ name, method: "email", at }).flatMap((domain) => approverAddresses(domain));

/** The five addresses the authority offers for a name: those at its base domain. */
export const offeredMailboxes = (text: string, at: Instant): readonly string[] => {
  const base = authorizationDomains({ name: readName(text), method: "email", at }).at(-1);
  if (base === undefined) throw refuse("method-refused", "validation by e-mail has ended");
  return approverAddresses(base);
};

export type ChoiceQuestion = {
  readonly name: DomainName;
  readonly choice: MethodChoice;
  readonly product: Product;
  readonly at: Instant;
};

/** @throws Refusal when the method may not prove this name today, or the mailbox is none of the allowed ones. */
export const examineChoice = ({ name, choice, product, at }: ChoiceQuestion): MethodChoice => {
  const verdict = methodVerdict({ method: choice.method, name, at, level: product.level });
  if (verdict.kind === "refused") throw refuse("method-refused", `${choice.method} for ${name}: ${verdict.because}`);
  if (choice.method !== "email") return choice;
  const address = choice.address.toLowerCase();
  if (!mailboxes(name, at).includes(address)) throw refuse("mailbox-refused", `${choice.address} for ${name}`);
  return { method: "email", address };
};
