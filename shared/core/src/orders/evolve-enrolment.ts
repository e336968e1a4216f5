import type { DomainName, Instant } from "@hostseal/rules";
import { subjectKey } from "../validation/artefact.ts";
import type { Enrolment, EnrolmentPhase, Installation, Setback, Validating } from "./enrolment.ts";
import type { OrderEvent } from "./event.ts";
import type { LiveCertificate, Order } from "./order.ts";
import type { CompletedValidation, ProofProgress, PublishedProof, Validation } from "./validation.ts";

type Observed = Extract<OrderEvent, { kind: "issuer.observed" }>;

const sameArtefact = (left: Validation, right: Observed["validations"][number]): boolean =>
  left.issuer.method === right.method && JSON.stringify(left.issuer.artefact) === JSON.stringify(right.artefact);

/** The issuer's view joined with what we had done for the same artefact; a new artefact starts from nothing. */
const joined = (known: readonly Validation[], seen: Observed["validations"]): readonly Validation[] =>
  seen.map((issuer) => {
    const before = known.find((one) => subjectKey(one.issuer.subject) === subjectKey(issuer.subject));
    if (before === undefined || !sameArtefact(before, issuer)) return { issuer, progress: { kind: "unpublished" } };
    return { ...before, issuer };
  });

export const afterIssuerObserved = (phase: EnrolmentPhase, event: Observed, at: Instant): EnrolmentPhase => {
  if (phase.kind !== "submitted" && phase.kind !== "validating") return phase;
  const known = phase.kind === "validating" ? phase.validations : [];
  const movedAt = phase.kind === "validating" ? phase.movedAt : at;
  const validations = joined(known, event.validations);
  return { ...phase, kind: "validating", status: event.status, lookedAt: at, movedAt, validations };
};

type ProofChange = { readonly at: Instant } & (
  | { readonly progress: ProofProgress }
  | { readonly seen: true }
  | { readonly found: string }
);

const proofOf = (progress: ProofProgress): PublishedProof | undefined =>
  progress.kind === "published" || progress.kind === "seen" ? progress.proof : undefined;

const changed = ({ look: _past, ...validation }: Validation, change: ProofChange): Validation => {
  if ("progress" in change) return { ...validation, progress: change.progress };
  if ("found" in change) return { ...validation, look: { at: change.at, found: change.found } };
  const proof = proofOf(validation.progress);
  return { ...validation, progress: { kind: "seen", at: change.at, ...(proof !== undefined && { proof }) } };
};

export const afterProof = (phase: EnrolmentPhase, name: DomainName, change: ProofChange): EnrolmentPhase => {
  if (phase.kind !== "validating") return phase;
  const validations = phase.validations.map((one) =>
    subjectKey(one.issuer.subject) === name ? changed(one, change) : one,
  );
  return { ...phase, validations, movedAt: "found" in change ? phase.movedAt : change.at };
};

export const installationsOf = (phase: EnrolmentPhase): readonly Installation[] =>
  phase.kind === "issued" || phase.kind === "installed" || phase.kind === "proven" ? phase.installations : [];

export const afterInstallation = (phase: EnrolmentPhase, changedOne: Installation): EnrolmentPhase => {
  if (phase.kind !== "issued" && phase.kind !== "installed") return phase;
  const installations = phase.installations.map((one) =>
    one.host === changedOne.host && one.site === changedOne.site ? changedOne : one,
  );
  const all = installations.every(({ state }) => state.kind !== "wanted");
  return { ...phase, kind: all ? "installed" : "issued", installations };
};

/** Keeps the newest completed validation of each name. */
const mergeCompleted = (
  before: readonly CompletedValidation[],
  now: readonly CompletedValidation[],
): readonly CompletedValidation[] => [
  ...before.filter(({ name }) => !now.some((other) => other.name === name)),
  ...now,
];

const publishedProofs = ({ validations }: Validating): readonly PublishedProof[] =>
  validations.map(({ progress }) => proofOf(progress)).filter((proof) => proof !== undefined);

/** Proofs of a trip that has not come to its certificate; they lie in the world until they are withdrawn. */
export const proofsInTheWorld = (enrolment: Enrolment | undefined): readonly PublishedProof[] =>
  enrolment?.phase.kind === "validating" ? publishedProofs(enrolment.phase) : [];

export const afterFailed = (order: Order, setback: Setback): Order => {
  const { enrolment } = order;
  if (enrolment === undefined) return order;
  const { phase } = enrolment;
  return {
    ...order,
    litter: [...order.litter, ...proofsInTheWorld(enrolment)],
    enrolment: { ...enrolment, phase: { kind: "failed", setback, ...("key" in phase && { key: phase.key }) } },
  };
};

type Collected = Extract<OrderEvent, { kind: "certificate.collected" }>;

export const afterCollected = (order: Order, { certificate, completed }: Collected, at: Instant): Order => {
  const { enrolment } = order;
  if (enrolment?.phase.kind !== "validating") return order;
  const installations = order.wishes.installations.map(({ host, site }): Installation => ({
    host,
    site,
    state: { kind: "wanted" },
  }));
  const { request, ...rest } = order;
  return {
    ...rest,
    ...(request !== undefined && request.kind !== "cancel" && { request }),
    state: order.state.kind === "placed" ? { kind: "active", since: at } : order.state,
    completed: mergeCompleted(order.completed, completed),
    litter: [...order.litter, ...publishedProofs(enrolment.phase)],
    enrolment: { ...enrolment, phase: { ...enrolment.phase, kind: "issued", certificate, installations } },
  };
};

export const afterProven = (order: Order, at: Instant): Order => {
  const { enrolment } = order;
  if (enrolment === undefined) return order;
  const { phase } = enrolment;
  if (phase.kind !== "issued" && phase.kind !== "installed") return order;
  const certificate: LiveCertificate = {
    ...phase.certificate,
    enrolment: enrolment.number,
    provenAt: at,
    publicKeySha256: phase.publicKeySha256,
    key: phase.key,
    watch: { at, verdict: { kind: "served" } },
  };
  return {
    ...order,
    names: enrolment.names,
    certificates: order.certificates + 1,
    certificate,
    enrolment: { ...enrolment, phase: { ...phase, kind: "proven", provenAt: at } },
  };
};

/** Forgets when we last looked, so that everything is looked at again. */
export const withoutLooks = (phase: Extract<EnrolmentPhase, { kind: "validating" }>): EnrolmentPhase => {
  const { checkedAt: _past, ...rest } = phase;
  const validations = phase.validations.map(({ look: _seen, ...validation }) => validation);
  return { ...rest, validations };
};
