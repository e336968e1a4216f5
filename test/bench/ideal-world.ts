import type { HostId, Order, OrderEvent, Step, StepKind } from "@hostseal/core";
import { asId } from "@hostseal/core";
import type { Instant } from "@hostseal/rules";
import { accepted, collected, observed } from "./ideal-issuer.ts";

type Outcome<Kind extends StepKind> = (
  order: Order,
  step: Extract<Step, { kind: Kind }>,
  at: Instant,
) => readonly OrderEvent[];

const HOST: HostId = asId("host");
const ENDPOINTS = [{ address: "192.0.2.1", port: 443 }];

const installationAt = ({ wishes }: Order, index: number) => {
  const wish = wishes.installations[index];
  if (wish === undefined) throw new TypeError(`the order has no installation ${index}`);
  return wish;
};

/** What comes of each step; a step that only trouble or a person calls for is not among them. */
const outcomes: { readonly [Kind in StepKind]?: Outcome<Kind> } = {
  "run-preflight": () => [{ kind: "preflight.observed", findings: [] }],
  "read-balance": () => [{ kind: "balance.observed" }],
  "begin-enrolment": (_order, { reason, names }) => [{ kind: "enrolment.begun", reason, names }],
  "prepare-key": ({ enrolments }) => {
    const reference = `key-${enrolments}`;
    return [
      { kind: "key.prepared", csr: "csr", publicKeySha256: reference, key: { kind: "host", host: HOST, reference } },
    ];
  },
  submit: (order, _step, at) => accepted(order, at),
  "look-at-issuer": (order, _step, at) => [observed(order, { at, checked: false })],
  "publish-proof": ({ id, enrolments }, { name }) => {
    const record = { type: "TXT", host: `_validation.${name}`, value: `${id}-${enrolments}` } as const;
    return [{ kind: "proof.published", name, proof: { kind: "record", host: HOST, record } }];
  },
  "look-for-proof": (_order, { name }) => [{ kind: "proof.seen", name }],
  "request-check": (order, _step, at) => [{ kind: "check.requested" }, observed(order, { at, checked: true })],
  collect: (order, _step, at) => [collected(order, at)],
  install: (order, { index }) => {
    const { host, site } = installationAt(order, index);
    const receipt = { id: `${order.enrolments}`, undo: {} };
    const names = order.enrolment?.names ?? [];
    return [{ kind: "install.applied", host, site, receipt, names, endpoints: ENDPOINTS, steps: [] }];
  },
  prove: (order, { index }) => [{ kind: "install.seen", ...installationAt(order, index), at: ENDPOINTS }],
  "commit-installation": (order, { index }) => [{ kind: "install.committed", ...installationAt(order, index) }],
  conclude: ({ enrolments }) => [{ kind: "certificate.proven", serial: `${enrolments}` }],
  "finish-enrolment": () => [{ kind: "enrolment.finished" }],
  "destroy-key": (_order, { enrolment }) => [{ kind: "key.destroyed", enrolment }],
  "withdraw-proof": (_order, { proof }) => [{ kind: "proof.withdrawn", proof }],
  "read-advice": () => [{ kind: "advice.observed" }],
  "queue-message": (_order, { message }) => [{ kind: "message.queued", message }],
  "send-message": (_order, { id }) => [{ kind: "message.sent", id }],
  end: (_order, { because }) => [{ kind: "order.ended", because }],
};

/** What comes of a step in a world in which everything succeeds at once, and no clock, disk or network is asked. */
export const outcomeOf = (order: Order, step: Step, at: Instant): readonly OrderEvent[] => {
  const outcome = outcomes[step.kind] as Outcome<StepKind> | undefined;
  if (outcome === undefined) throw new TypeError(`all goes well here, and yet ${order.id} wants to ${step.kind}`);
  return outcome(order, step, at);
};
