import type { DomainName, Instant } from "@hostseal/rules";
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

type Proof = { readonly kind: "proven"; readonly domain: DomainName; readonly at: Instant };

/** Looks at each authorization domain in turn; the first miss is the one worth telling. */
const search = async (desk: Desk, { name, choice, token }: NameCase): Promise<Proof | Missing> => {
  const { clock, probe: own, perspectives } = desk;
  const misses: Missing[] = [];
  for (const domain of authorizationDomains({ name, method: choice.method, at: clock.now() })) {
    const artefact = toArtefact(domain, choice, token);
    const look = await corroborate({ own, perspectives }, (eye) => lookForProof(eye, artefact));
    if (look.kind === "found") return { kind: "proven", domain, at: clock.now() };
    misses.push(look);
  }
  return misses[0] ?? NO_METHOD;
};

/** Looks for the proof of one name now, unless it is proven, and keeps the verdict. A mail is answered, not looked for. */
export const lookAtCase = async (desk: Desk, { partner }: CaOrder, each: NameCase): Promise<NameCase> => {
  if (each.verdict.kind === "proven") return each;
  const { method } = each.choice;
  const begun = desk.clock.now();
  if (begun > each.token.madeAt + desk.habits.tokenLife) return refusedBy(STALE, each, begun);
  if (method === "email") return each;
  const proof = await search(desk, each);
  if (proof.kind === "missing") return refusedBy(proof, each, desk.clock.now());
  desk.proven.remember({ partner, method, domain: proof.domain, at: proof.at });
  return { ...each, verdict: { ...proof, method, reused: false } };
};
