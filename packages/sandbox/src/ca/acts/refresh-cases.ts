import type { Desk } from "../desk.ts";
import type { CaOrder, Generation, NameCase } from "../orders/order.ts";
import { currentGeneration, withGeneration } from "../orders/order.ts";
import { makeToken } from "../proofs/make-token.ts";
import type { ProvenDomain } from "../proofs/proven-domains.ts";
import { stillServes } from "../proofs/proven-domains.ts";
import { openCase } from "./open-generation.ts";

const hasNewKey = (order: CaOrder, { csr }: Generation): boolean =>
  !order.generations.slice(0, -1).some((earlier) => earlier.csr.publicKeySha256 === csr.publicKeySha256);

/**
 * Brings the cases of the current generation up to date without looking anywhere: an earlier proof that still serves
 * proves a name at once, a proof that has grown too old opens its case again with a fresh token (BR §4.2.1).
 */
export const refreshCases = (desk: Desk, order: CaOrder): CaOrder => {
  const now = desk.clock.now();
  const generation = currentGeneration(order);
  if (generation.certificate) return order;
  const { brand, level } = order.product;
  const mayReuse = desk.habits.reuseWithNewKey || !hasNewKey(order, generation);
  const counts = (proof: ProvenDomain): boolean => mayReuse || proof.at >= generation.openedAt;

  const refreshed = (each: NameCase): NameCase => {
    const question = { name: each.name, brand, level, now };
    const { verdict } = each;
    if (verdict.kind === "proven" && stillServes(verdict, question)) return each;
    const proof = desk.proven.reusable({ ...question, partner: order.partner });
    if (proof && counts(proof)) {
      const { at, method, domain } = proof;
      return { ...each, verdict: { kind: "proven", at, method, domain, reused: at < generation.openedAt } };
    }
    return verdict.kind === "proven" ? openCase(each.name, each.choice, makeToken(desk.random, now)) : each;
  };
  const cases = generation.cases.map(refreshed);
  const changed = cases.some((each, index) => each !== generation.cases[index]);
  return changed ? withGeneration(order, { ...generation, cases }) : order;
};
