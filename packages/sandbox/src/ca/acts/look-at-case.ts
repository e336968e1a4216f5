import type { Instant } from "@hostseal/rules";
import { authorizationDomains } from "@hostseal/rules";
import type { Desk } from "../desk.ts";
import type { CaOrder, NameCase } from "../orders/order.ts";
import { corroborate } from "../proofs/corroborate.ts";
import type { Look } from "../proofs/look-for-proof.ts";
import { lookForProof } from "../proofs/look-for-proof.ts";
import { toArtefact } from "../proofs/to-artefact.ts";

type Missing = Extract<Look, { kind: "missing" }>;

const STALE: Missing = {
  kind: "missing",
  problem: "link-expired",
  sight: { expected: "a young token", actual: "this one has expired; choose the method again for a fresh one" },
};
const NO_METHOD: Missing = {
  kind: "missing",
  problem: "other",
  sight: { expected: "a method of today", actual: "this one may no longer prove the name; choose another" },
};

export const refusedBy = ({ problem, sight }: Missing, each: NameCase, at: Instant): NameCase => ({
  ...each,
  verdict: { kind: "refused", at, problem, sight },
});

/** Looks at each authorization domain in turn; the first miss is the one worth telling. */
const search = async (desk: Desk, order: CaOrder, { name, choice, token }: NameCase): Promise<Look> => {
  const at = desk.clock.now();
  const { method } = choice;
  const places = { own: desk.probe, perspectives: desk.perspectives };
  const misses: Missing[] = [];
  for (const domain of authorizationDomains({ name, method, at })) {
    const artefact = toArtefact(domain, choice, token);
    const look = await corroborate(places, (eye) => lookForProof(eye, artefact));
    if (look.kind === "found") {
      desk.proven.remember({ partner: order.partner, domain, method, at });
      return look;
    }
    misses.push(look);
  }
  return misses[0] ?? NO_METHOD;
};

/** Looks for the proof of one name now, unless it is proven, and keeps the verdict. A mail is answered, not looked for. */
export const lookAtCase = async (desk: Desk, order: CaOrder, each: NameCase): Promise<NameCase> => {
  if (each.verdict.kind === "proven") return each;
  const { method } = each.choice;
  const begun = desk.clock.now();
  if (begun > each.token.madeAt + desk.habits.tokenLife) return refusedBy(STALE, each, begun);
  if (method === "email") return each;
  const look = await search(desk, order, each);
  const at = desk.clock.now();
  return look.kind === "found"
    ? { ...each, verdict: { kind: "proven", at, method, reused: false } }
    : refusedBy(look, each, at);
};
