import type { DomainName } from "@hostseal/rules";
import { authorizationDomains } from "@hostseal/rules";
import type { Desk } from "../desk.ts";
import type { CaOrder, NameCase } from "../orders/order.ts";
import { currentGeneration, withCase } from "../orders/order.ts";
import type { Letter } from "../proofs/letters.ts";
import { refuse } from "../refusal.ts";
import { inTurn } from "./own-order.ts";
import { settle } from "./settle.ts";

/** @throws Refusal `link-unknown` for a link that was never sent, is too old, or was replaced by another choice. */
export const openLetter = (desk: Desk, code: string): { readonly letter: Letter; readonly order: CaOrder } => {
  const letter = desk.letters.byCode(code);
  const order = letter && desk.book.get(letter.ref);
  if (!letter || !order || desk.clock.now() > letter.expiresAt || !caseOfLetter(order, letter)) {
    throw refuse("link-unknown", "this link is not, or no longer, valid");
  }
  return { letter, order };
};

const caseOfLetter = (order: CaOrder, { generation, name, address }: Letter): NameCase | undefined => {
  const current = currentGeneration(order);
  if (current.number !== generation) return undefined;
  return current.cases.find(
    ({ name: candidate, choice }) => candidate === name && choice.method === "email" && choice.address === address,
  );
};

/** The authorization domain a mailbox speaks for. */
const domainOf = (desk: Desk, { name, address }: Letter): DomainName | undefined => {
  const host = address.slice(address.lastIndexOf("@") + 1);
  return authorizationDomains({ name, method: "email", at: desk.clock.now() }).find((domain) => domain === host);
};

const proven = (desk: Desk, order: CaOrder, letter: Letter): CaOrder => {
  const each = caseOfLetter(order, letter);
  const domain = domainOf(desk, letter);
  if (!each || !domain) throw refuse("link-unknown", "this link is no longer valid");
  const at = desk.clock.now();
  desk.proven.remember({ partner: order.partner, domain, method: "email", at });
  return withCase(order, { ...each, verdict: { kind: "proven", at, method: "email", domain, reused: false } });
};

/** The receiver approves. Approving twice changes nothing. */
export const approve = async (desk: Desk, code: string): Promise<CaOrder> => {
  const { letter, order } = openLetter(desk, code);
  return inTurn(desk, order, (current) =>
    caseOfLetter(current, letter)?.verdict.kind === "proven" ? current : settle(desk, proven(desk, current, letter)),
  );
};

/** The receiver declines: the case is refused until another method or mailbox is chosen. */
export const decline = async (desk: Desk, code: string): Promise<CaOrder> => {
  const { letter, order } = openLetter(desk, code);
  return inTurn(desk, order, (current) => {
    const each = caseOfLetter(current, letter);
    if (!each || each.verdict.kind === "proven") return current;
    const sight = { expected: "an approval", actual: `${letter.address} declined` };
    return withCase(current, {
      ...each,
      verdict: { kind: "refused", at: desk.clock.now(), problem: "other", sight },
    });
  });
};
