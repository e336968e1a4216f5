import type { Instant } from "@hostseal/rules";
import type { Enrolment, EnrolmentPhase, KeyPlace } from "./enrolment.ts";
import { appendEntry, emptyJournal } from "./journal-state.ts";
import type { OrderEvent, OrderEventKind } from "./event.ts";
import {
  afterAbandoned,
  afterCollected,
  afterFailed,
  afterInstallation,
  afterIssuerObserved,
  afterProof,
  afterProven,
  afterRollback,
  isUndoneBy,
  installationsOf,
  leftBehind,
  samePlace,
  withSiteSetback,
  withoutLooks,
  withProofsTakenBack,
} from "./evolve-enrolment.ts";
import type { NewEntry } from "./journal.ts";
import type { LiveCertificate, Order } from "./order.ts";
import { withOtherHost } from "./other-host.ts";

type Fold<Kind extends OrderEventKind> = (
  order: Order,
  event: Extract<OrderEvent, { kind: Kind }>,
  at: Instant,
) => Order;

const withEnrolment = (order: Order, change: (enrolment: Enrolment) => Enrolment): Order =>
  order.enrolment === undefined ? order : { ...order, enrolment: change(order.enrolment) };

const withPhase = (order: Order, change: (phase: EnrolmentPhase) => EnrolmentPhase): Order =>
  withEnrolment(order, (enrolment) => ({ ...enrolment, phase: change(enrolment.phase) }));

const withCertificate = (order: Order, change: Partial<LiveCertificate>): Order =>
  order.certificate === undefined ? order : { ...order, certificate: { ...order.certificate, ...change } };

/** The key of one enrolment has gone elsewhere: in the trip under way, in the live certificate, or in both. */
const withKey = (order: Order, enrolment: number, key: KeyPlace): Order => {
  const live = order.certificate?.enrolment === enrolment ? withCertificate(order, { key }) : order;
  if (live.enrolment?.number !== enrolment) return live;
  return withPhase(live, (phase) => ("key" in phase ? { ...phase, key } : phase));
};

/** Where a key is after ours was destroyed: with the customer, if it was handed over before. */
const afterDestruction = ({ enrolment, certificate }: Order, number: number): KeyPlace => {
  const underWay = enrolment?.number === number && "key" in enrolment.phase ? enrolment.phase.key : undefined;
  const live = certificate?.enrolment === number ? certificate.key : undefined;
  return (underWay ?? live)?.kind === "leaving" ? { kind: "customer" } : { kind: "destroyed" };
};

/** What was found out about an earlier wish says nothing about a new one. */
const withoutStaleAnswers = (order: Order): Order => {
  const { enrolment: _held, ...setbacks } = order.setbacks;
  if (order.state.kind !== "draft") return { ...order, setbacks };
  const { preflight: _stale, ...draft } = order;
  return { ...draft, setbacks };
};

/** A person wants us to look now: no try is held back, and no earlier look counts. */
const lookedAfresh = ({ preflight: _stale, balance: _old, ...order }: Order): Order =>
  withPhase({ ...order, setbacks: {} }, withoutLooks);

/** What each event does to the order. */
const folds: { readonly [Kind in OrderEventKind]: Fold<Kind> } = {
  "order.created": (order) => order,
  "agreement.accepted": (order, { by }, at) => ({ ...order, agreement: { at, by } }),
  "method.told": (order, { name, choice }) =>
    withPhase(order, (phase) =>
      phase.kind === "validating" ? { ...phase, told: { ...phase.told, [name]: choice } } : phase,
    ),
  "method.chosen": (order, { name, choice }) => ({
    ...withoutStaleAnswers(order),
    wishes: { ...order.wishes, methods: { ...order.wishes.methods, [name]: choice } },
  }),
  "preflight.observed": (order, { findings }, at) => ({ ...order, preflight: { at, findings } }),
  "balance.observed": (order, { amount }, at) => ({
    ...order,
    balance: { at, ...(amount !== undefined && { amount }) },
  }),
  "order.confirmed": (order, { price }, at) => ({ ...order, price, state: { kind: "placed", at } }),
  "enrolment.begun": (order, { reason, names, csr }, at) => ({
    ...order,
    enrolments: order.enrolments + 1,
    enrolment: {
      number: order.enrolments + 1,
      reason,
      names,
      begunAt: at,
      ...(csr !== undefined && { broughtCsr: csr }),
      phase: { kind: "begun" },
    },
  }),
  "key.prepared": (order, { csr, publicKeySha256, key }) =>
    withPhase(order, () => ({ kind: "prepared", csr, publicKeySha256, key })),
  "issuer.accepted": (order, { ref, generation }) => ({
    ...withPhase(order, (phase) =>
      phase.kind === "prepared" ? { ...phase, kind: "submitted", ref, generation } : phase,
    ),
    issuerRef: ref,
  }),
  "charge.recorded": (order, { charge }) => ({ ...order, charges: [...order.charges, charge] }),
  "issuer.observed": (order, event, at) => afterIssuerObserved(order, event, at),
  "proof.begun": (order, { name, proof }, at) =>
    withPhase(order, (phase) => afterProof(phase, name, { progress: { kind: "unpublished", proof }, at })),
  "proof.published": (order, { name, proof }, at) => ({
    ...withPhase(order, (phase) => afterProof(phase, name, { progress: { kind: "published", at, proof }, at })),
    litter: order.litter.filter((other) => !samePlace(other, proof)),
  }),
  "proof.by-hand": (order, { name, because }, at) =>
    withPhase(order, (phase) => afterProof(phase, name, { progress: { kind: "by-hand", since: at, because }, at })),
  "proof.seen": (order, { name }, at) => withPhase(order, (phase) => afterProof(phase, name, { seen: true, at })),
  "proof.not-seen": (order, { name, found }, at) => withPhase(order, (phase) => afterProof(phase, name, { found, at })),
  "check.requested": (order, _event, at) =>
    withPhase(order, (phase) => (phase.kind === "validating" ? { ...phase, checkedAt: at } : phase)),
  "certificate.collected": (order, event, at) => afterCollected(order, event, at),
  "install.begun": (order, { host, site, receipt }, at) =>
    withPhase(order, (phase) => afterInstallation(phase, { host, site, state: { kind: "begun", at, receipt } })),
  "install.applied": (order, { host, site, receipt, names, endpoints }, at) =>
    withPhase(order, (phase) =>
      afterInstallation(phase, { host, site, state: { kind: "applied", at, receipt, names, endpoints } }),
    ),
  "install.seen": (order, { host, site }, at) =>
    withPhase(order, (phase) => {
      const before = installationsOf(phase).find((one) => one.host === host && one.site === site);
      if (before?.state.kind !== "applied") return phase;
      return afterInstallation(phase, { host, site, state: { kind: "seen", at, receipt: before.state.receipt } });
    }),
  "install.rolled-back": (order, event) => ({
    ...withPhase(order, (phase) => afterRollback(phase, event)),
    undo: order.undo.filter((one) => !isUndoneBy(one, event)),
  }),
  "install.committed": (order, { host, site }, at) =>
    withPhase(order, (phase) => afterInstallation(phase, { host, site, state: { kind: "committed", at } })),
  "install.not-seen": (order, { found }, at) =>
    withPhase(order, (phase) => (phase.kind === "issued" ? { ...phase, look: { at, found } } : phase)),
  "certificate.proven": (order, _event, at) => afterProven(order, at),
  "key.destroyed": (order, { enrolment }) => ({
    ...withKey(order, enrolment, afterDestruction(order, enrolment)),
    spentKeys: order.spentKeys.filter((spent) => spent.enrolment !== enrolment),
  }),
  "key.handed-over": (order, { enrolment, ref }) => withKey(order, enrolment, { kind: "leaving", ref }),
  "enrolment.finished": (order, _event, at) => withEnrolment(order, (enrolment) => ({ ...enrolment, finishedAt: at })),
  "enrolment.failed": (order, { setback }) => afterFailed(order, setback),
  "enrolment.abandoned": (order) => afterAbandoned(order),
  "step.failed": (order, { place, setback }) =>
    "lane" in place
      ? { ...order, setbacks: { ...order.setbacks, [place.lane]: setback } }
      : withPhase(order, (phase) => withSiteSetback(phase, place.site, setback)),
  "proof.withdrawn": (order, { proof }) => ({
    ...order,
    litter: order.litter.filter((other) => !samePlace(other, proof)),
  }),
  "advice.observed": (order, { window }, at) =>
    withCertificate(order, { advice: { at, ...(window !== undefined && { window }) } }),
  "site.observed": (order, { verdict }, at) => withCertificate(order, { watch: { at, verdict } }),
  "look.asked": (order) => lookedAfresh(order),
  "resend.asked": (order) => order,
  "request.made": ({ lastRefusal: _answered, ...order }, { request }) => ({ ...withoutStaleAnswers(order), request }),
  "request.refused": ({ request: _refused, ...order }, { setback }) => ({ ...order, lastRefusal: setback }),
  "request.overtaken": ({ request: _late, ...order }) => order,
  "certificate.revoked": ({ request: _done, ...order }) => order,
  "order.ended": ({ request: _done, ...order }, { because }, at) => ({
    ...order,
    ...leftBehind(order),
    state: { kind: "ended", at, because },
  }),
  "order.held": (order, { because }, at) => ({ ...withProofsTakenBack(order), hold: { since: at, because } }),
  "order.released": ({ hold: _over, ...order }) => order,
  "order.moved": (order, { customer, from, to }) => ({ ...withOtherHost(order, from, to), customer }),
  "order.renewed": (order, { by }) => ({ ...order, renewedBy: by }),
  "message.queued": (order, { message }, at) => ({
    ...order,
    reminded: [...order.reminded, message.id],
    outbox: [...order.outbox, { ...message, queuedAt: at }],
  }),
  "message.sent": (order, { id }) => ({ ...order, outbox: order.outbox.filter((message) => message.id !== id) }),
};

/** The order after one event, without its journal: what a simulation of many years needs. */
export const fold = (order: Order, event: OrderEvent, at: Instant): Order =>
  (folds[event.kind] as Fold<OrderEventKind>)(order, event, at);

/** The order after one more thing has happened to it: the event folded in and entered into the journal. */
export const evolve = (order: Order, entry: NewEntry): Order => {
  const next = fold(order, entry.event, entry.at);
  return { ...next, journal: appendEntry(order.id, next.journal, entry) };
};

/** The first state of an order. */
export const createdFrom = (event: Extract<OrderEvent, { kind: "order.created" }>, at: Instant, by: string): Order => {
  const order: Order = {
    ...event.order,
    createdAt: at,
    state: { kind: "draft" },
    charges: [],
    enrolments: 0,
    certificates: 0,
    completed: [],
    setbacks: {},
    spentKeys: [],
    undo: [],
    litter: [],
    reminded: [],
    outbox: [],
    journal: emptyJournal,
    next: { at, rulesEdition: "" },
  };
  return evolve(order, { at, by, event });
};
