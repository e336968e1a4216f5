import type { Validating } from "../orders/enrolment.ts";
import type { Order } from "../orders/order.ts";
import type { Validation } from "../orders/validation.ts";
import type { DomainName, Instant } from "@hostseal/rules";
import { isSameChoice } from "../validation/artefact.ts";
import { isLookDue, nextLook } from "./cadence.ts";
import type { Policy, Wait } from "./decision.ts";
import { waitFor } from "./decision.ts";
import type { Step } from "./step.ts";

type OpenName = { readonly name: DomainName; readonly one: Validation };

/** A validating trip, with the names the issuer has not accepted yet. */
type Trip = { readonly phase: Validating; readonly open: readonly OpenName[]; readonly order: Order };

type ValidationPolicy = (trip: Trip, now: Instant) => Step | Wait | undefined;

/** Validations of names the issuer has not accepted yet, with the name they are about. */
const openNames = ({ validations }: Validating): readonly OpenName[] =>
  validations.flatMap((one) =>
    one.issuer.subject.kind === "name" && one.issuer.status.kind !== "valid"
      ? [{ name: one.issuer.subject.name, one }]
      : [],
  );

const issuerStopped: ValidationPolicy = ({ phase: { status } }) => {
  if (status.kind === "rejected") return { kind: "give-up-enrolment", evidence: status.evidence };
  if (status.kind === "cancelled") return { kind: "end", because: { kind: "cancelled" } };
  if (status.kind === "revoked") return { kind: "end", because: { kind: "revoked", reason: "by-issuer" } };
  if (status.kind === "expired") return { kind: "end", because: { kind: "expired" } };
  return undefined;
};

const issuedIsCollected: ValidationPolicy = ({ phase: { status } }) =>
  status.kind === "issued" ? { kind: "collect" } : undefined;

const chosenMethodIsSet: ValidationPolicy = ({ phase, open, order: { wishes } }) => {
  const differs = open.find(({ name }) => {
    const wish = wishes.methods[name];
    return wish !== undefined && !isSameChoice(wish, phase.told[name]);
  });
  return differs && { kind: "set-method", name: differs.name };
};

const proofsArePublished: ValidationPolicy = ({ open }) => {
  const next = open.find(({ one }) => one.progress.kind === "unpublished" && one.issuer.artefact);
  return next && { kind: "publish-proof", name: next.name };
};

const isVisible = ({ progress, issuer }: Validation): boolean =>
  progress.kind === "seen" || issuer.artefact?.kind === "email";

/** When the waiting for a proof began. */
const sinceOf = ({ progress }: Validation): Instant | undefined => {
  if (progress.kind === "published") return progress.at;
  return progress.kind === "by-hand" ? progress.since : undefined;
};

const proofsAreLookedFor: ValidationPolicy = ({ open }, now) => {
  const next = open.find(({ one }) => {
    const since = sinceOf(one);
    return since !== undefined && !isVisible(one) && isLookDue(one.look?.at, since, now);
  });
  return next && { kind: "look-for-proof", name: next.name };
};

/** The issuer is asked when everything of ours is visible, and again in the rhythm of looking. */
const issuerIsAskedToCheck: ValidationPolicy = ({ phase, open }, now) => {
  if (open.length === 0 || !open.every(({ one }) => isVisible(one))) return undefined;
  if (open.every(({ one }) => one.issuer.artefact?.kind === "email")) return undefined;
  const { checkedAt, movedAt } = phase;
  const unasked = checkedAt === undefined || checkedAt < movedAt;
  return unasked || isLookDue(checkedAt, movedAt, now) ? { kind: "request-check" } : undefined;
};

const issuerIsLookedAt: ValidationPolicy = ({ phase }, now) =>
  isLookDue(phase.lookedAt, phase.movedAt, now) ? { kind: "look-at-issuer" } : undefined;

const lookedFor = (one: Validation): string => one.look?.found ?? "not looked yet";

const waitForProof = (name: DomainName, one: Validation, until: Instant): Wait | undefined => {
  const { artefact, status } = one.issuer;
  if (artefact === undefined) return undefined;
  if (status.kind === "failed")
    return waitFor("proof.refused", until, { name, because: status.because, evidence: status.evidence || "nothing" });
  if (artefact.kind === "email") return waitFor("proof.mail", until, { name, address: artefact.address });
  if (one.progress.kind === "published") return waitFor("proof.spreading", until, { name, found: lookedFor(one) });
  if (one.progress.kind !== "by-hand") return undefined;
  const found = lookedFor(one);
  if (artefact.kind === "file")
    return waitFor("proof.file", until, { name, found, path: artefact.path, body: artefact.body });
  const [type, value] = artefact.kind === "dns-txt" ? ["TXT", artefact.value] : ["CNAME", artefact.target];
  return waitFor("proof.record", until, { name, found, host: artefact.host, type, value });
};

/** The earliest moment at which any look is due again. */
const nextLookOf = ({ phase, open }: Trip): Instant => {
  const looks = open.map(({ one }) => {
    const since = sinceOf(one);
    return since === undefined || one.look === undefined ? Number.POSITIVE_INFINITY : nextLook(since, one.look.at);
  });
  return Math.min(nextLook(phase.movedAt, phase.lookedAt ?? phase.movedAt), ...looks);
};

const waitsForSomebody: ValidationPolicy = (trip) => {
  const { phase, open } = trip;
  const until = nextLookOf(trip);
  for (const { name, one } of open) {
    const wait = waitForProof(name, one, until);
    if (wait !== undefined) return wait;
  }
  const silent = open.find(({ one }) => one.issuer.artefact === undefined);
  if (silent !== undefined) return waitFor("issuer.preparing", until, { name: silent.name });
  if (open.length > 0) return waitFor("issuer.checking", until, {});
  const check = phase.validations.find(
    ({ issuer }) => issuer.subject.kind === "organisation" && issuer.status.kind !== "valid",
  );
  if (check?.issuer.subject.kind === "organisation")
    return waitFor("issuer.organisation", until, { check: check.issuer.subject.check });
  return waitFor("issuer.issuing", until, {});
};

const requirements: readonly ValidationPolicy[] = [
  issuerStopped, //          make sure that an issuer's no is taken as one
  issuedIsCollected, //      make sure that what is issued is fetched
  chosenMethodIsSet, //      make sure that the customer's choice of method reaches the issuer
  proofsArePublished, //     make sure that every proof we can publish is published
  proofsAreLookedFor, //     make sure that we have seen it from outside before the issuer looks
  issuerIsAskedToCheck, //   make sure that the issuer looks as soon as it can succeed
  issuerIsLookedAt, //       make sure that we learn what became of it
  waitsForSomebody, //       make sure that everybody knows what is missing
];

/** Make sure that the issuer gets to see control of every name. */
export const namesAreValidated: Policy = (order, now) => {
  const phase = order.enrolment?.phase;
  if (phase?.kind !== "validating") return undefined;
  const trip = { phase, open: openNames(phase), order };
  for (const requirement of requirements) {
    const answer = requirement(trip, now);
    if (answer !== undefined) return answer;
  }
  return undefined;
};
