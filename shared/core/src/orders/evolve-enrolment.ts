import type { DomainName, Instant } from "@hostseal/rules";
import { errors } from "../errors/table.ts";
import { subjectKey } from "../validation/artefact.ts";
import type { ZoneRecord } from "../ports/host.ts";
import type { EnrolmentPhase, Installation, IssuedCertificate, Setback, Validating } from "./enrolment.ts";
import type { OrderEvent } from "./event.ts";
import type { LiveCertificate, Order, SpentKey, Undo } from "./order.ts";
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

const afterLook = (order: Order, event: Observed, at: Instant): EnrolmentPhase | undefined => {
  const phase = order.enrolment?.phase;
  if (phase?.kind !== "submitted" && phase?.kind !== "validating") return undefined;
  const before = phase.kind === "validating" ? phase : { validations: [], movedAt: at, told: order.wishes.methods };
  const validations = joined(before.validations, event.validations);
  const { movedAt, told } = before;
  return { ...phase, kind: "validating", status: event.status, lookedAt: at, movedAt, told, validations };
};

/** The proofs of `before` that `after` has no use for any more. */
const droppedProofs = (before: EnrolmentPhase, after: EnrolmentPhase): readonly PublishedProof[] => {
  const kept = after.kind === "validating" ? publishedProofs(after) : [];
  const had = before.kind === "validating" ? publishedProofs(before) : [];
  return had.filter((proof) => !kept.some((other) => samePlace(other, proof)));
};

export const afterIssuerObserved = (order: Order, event: Observed, at: Instant): Order => {
  const licence = event.licence === undefined ? {} : { licence: event.licence };
  const phase = afterLook(order, event, at);
  if (order.enrolment === undefined || phase === undefined) return { ...order, ...licence };
  const litter = [...order.litter, ...droppedProofs(order.enrolment.phase, phase)];
  return { ...order, ...licence, litter, enrolment: { ...order.enrolment, phase } };
};

type ProofChange = { readonly at: Instant } & (
  | { readonly progress: ProofProgress }
  | { readonly seen: true }
  | { readonly found: string }
);

const proofOf = (progress: ProofProgress): PublishedProof | undefined =>
  progress.kind === "by-hand" ? undefined : progress.proof;

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

const isOnHost = ({ state }: Installation): boolean => state.kind !== "wanted" && state.kind !== "begun";

/** What became of one site. A setback stays with it until it is seen with the certificate. */
export const afterInstallation = (phase: EnrolmentPhase, changedOne: Omit<Installation, "setback">): EnrolmentPhase => {
  if (phase.kind !== "issued" && phase.kind !== "installed") return phase;
  const isOver = changedOne.state.kind === "seen" || changedOne.state.kind === "committed";
  const installations = phase.installations.map((one): Installation => {
    if (one.host !== changedOne.host || one.site !== changedOne.site) return one;
    return { ...changedOne, ...(one.setback !== undefined && !isOver && { setback: one.setback }) };
  });
  return { ...phase, kind: installations.every(isOnHost) ? "installed" : "issued", installations };
};

type RolledBack = Extract<OrderEvent, { kind: "install.rolled-back" }>;

/** Whether a rollback was of this receipt; hosts number their receipts each for itself. */
export const isUndoneBy = ({ host, site, receipt }: Undo, event: RolledBack): boolean =>
  host === event.host && site === event.site && receipt.id === event.receipt;

/** An installation was undone: its site wants it again, unless it belongs to a trip that is over. */
export const afterRollback = (phase: EnrolmentPhase, event: RolledBack): EnrolmentPhase => {
  const undone = installationsOf(phase).find(
    ({ host, site, state }) => "receipt" in state && isUndoneBy({ host, site, receipt: state.receipt }, event),
  );
  return undone === undefined ? phase : afterInstallation(phase, { ...undone, state: { kind: "wanted" } });
};

export const withSiteSetback = (phase: EnrolmentPhase, index: number, setback: Setback): EnrolmentPhase => {
  if (phase.kind !== "issued" && phase.kind !== "installed") return phase;
  const installations = phase.installations.map((one, at) => (at === index ? { ...one, setback } : one));
  return { ...phase, installations };
};

/** Keeps the newest completed validation of each name. */
const mergeCompleted = (
  before: readonly CompletedValidation[],
  now: readonly CompletedValidation[],
): readonly CompletedValidation[] => [
  ...before.filter(({ name }) => !now.some((other) => other.name === name)),
  ...now,
];

const isSameRecord = (left: ZoneRecord, right: ZoneRecord): boolean =>
  left.type === right.type && left.host === right.host && left.value === right.value;

/** Whether two proofs lie in the same place, so that publishing one replaces the other. */
export const samePlace = (left: PublishedProof, right: PublishedProof): boolean => {
  if (left.kind === "record" && right.kind === "record")
    return left.host === right.host && isSameRecord(left.record, right.record);
  if (left.kind !== "file" || right.kind !== "file") return false;
  return left.host === right.host && left.site === right.site && left.path === right.path;
};

const publishedProofs = ({ validations }: Validating): readonly PublishedProof[] =>
  validations.map(({ progress }) => proofOf(progress)).filter((proof) => proof !== undefined);

/** Sites in the middle of a change. */
const touchedSites = (phase: EnrolmentPhase): readonly Undo[] =>
  installationsOf(phase).flatMap(({ host, site, state }) =>
    state.kind === "begun" || state.kind === "applied" ? [{ host, site, receipt: state.receipt }] : [],
  );

/** What a trip that ends here leaves in the world, added to what lies there already. */
export const leftBehind = ({ enrolment, litter, undo }: Order): Pick<Order, "litter" | "undo"> => {
  if (enrolment === undefined) return { litter, undo };
  const { phase } = enrolment;
  return {
    litter: phase.kind === "validating" ? [...litter, ...publishedProofs(phase)] : litter,
    undo: [...undo, ...touchedSites(phase)],
  };
};

/** Proofs that we published are to be taken away, and published again when the trip goes on. */
export const withProofsTakenBack = (order: Order): Order => {
  const { enrolment } = order;
  if (enrolment?.phase.kind !== "validating") return order;
  const validations = enrolment.phase.validations.map((validation): Validation =>
    proofOf(validation.progress) === undefined ? validation : { ...validation, progress: { kind: "unpublished" } },
  );
  const { litter } = leftBehind(order);
  return { ...order, litter, enrolment: { ...enrolment, phase: { ...enrolment.phase, validations } } };
};

const isFinal = ({ code }: Setback): boolean => errors[code].retry === "never";

/** A trip has come to nothing. A reissue that somebody asked for is tried again unless it never can succeed. */
export const afterFailed = (order: Order, setback: Setback): Order => {
  const { enrolment } = order;
  if (enrolment === undefined) return order;
  const { phase } = enrolment;
  const { request, ...rest } = order;
  return {
    ...rest,
    ...(request !== undefined && !(request.kind === "reissue" && isFinal(setback)) && { request }),
    ...leftBehind(order),
    enrolment: { ...enrolment, phase: { kind: "failed", setback, ...("key" in phase && { key: phase.key }) } },
  };
};

export const afterAbandoned = (order: Order): Order => {
  const { enrolment } = order;
  if (enrolment === undefined) return order;
  const { phase } = enrolment;
  return {
    ...order,
    ...leftBehind(order),
    enrolment: { ...enrolment, phase: { kind: "abandoned", ...("key" in phase && { key: phase.key }) } },
  };
};

/** The end of a licence whose issuer does not tell one: the same day so many years later. */
const yearsAfter = (start: Instant, years: number): Instant => {
  const end = new Date(start);
  end.setUTCFullYear(end.getUTCFullYear() + years);
  return end.getTime();
};

/**
 * Whether a reissue that was made because the certificate comes to its end does not end later than that one: then the
 * issuer's licence ends there, whatever was told or reckoned, and another reissue would be as idle.
 */
const gainsNothing = ({ certificate, enrolment }: Order, { notAfter }: IssuedCertificate): boolean =>
  certificate !== undefined && enrolment?.reason === "before-expiry" && notAfter <= certificate.notAfter;

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
  const told = order.licence ?? {
    start: certificate.notBefore,
    end: yearsAfter(certificate.notBefore, order.years),
  };
  return {
    ...rest,
    ...(request !== undefined && request.kind !== "cancel" && { request }),
    licence: gainsNothing(order, certificate) ? { ...told, end: certificate.notAfter + 1000 } : told,
    state: order.state.kind === "placed" ? { kind: "active", since: at } : order.state,
    completed: mergeCompleted(order.completed, completed),
    litter: [...order.litter, ...publishedProofs(enrolment.phase)],
    enrolment: { ...enrolment, phase: { ...enrolment.phase, kind: "issued", certificate, installations } },
  };
};

/** The key of a certificate that has been replaced, if there is one to destroy. */
const spentBy = (replaced: LiveCertificate | undefined): readonly SpentKey[] => {
  if (replaced === undefined) return [];
  const { enrolment, key } = replaced;
  return key.kind === "customer" || key.kind === "destroyed" ? [] : [{ enrolment, key }];
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
  const { request, ...rest } = order;
  const isAnswered = request?.kind === "reissue" && request.after < enrolment.number;
  return {
    ...rest,
    ...(request !== undefined && !isAnswered && { request }),
    names: enrolment.names,
    certificates: order.certificates + 1,
    spentKeys: [...order.spentKeys, ...spentBy(order.certificate)],
    certificate,
    enrolment: { ...enrolment, phase: { ...phase, kind: "proven", provenAt: at } },
  };
};

/** Forgets when we last looked and what did not succeed, so that everything is tried again. */
export const withoutLooks = (phase: EnrolmentPhase): EnrolmentPhase => {
  if (phase.kind === "validating") {
    const { checkedAt: _past, lookedAt: _before, ...rest } = phase;
    return { ...rest, validations: phase.validations.map(({ look: _seen, ...validation }) => validation) };
  }
  if (phase.kind !== "issued" && phase.kind !== "installed") return phase;
  const { look: _seen, ...rest } = phase;
  return { ...rest, installations: phase.installations.map(({ setback: _past, ...one }) => one) };
};
