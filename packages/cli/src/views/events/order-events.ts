import { errors, formatMoney, preflightProblems, render } from "@hostseal/core";
import type { Order, OrderEnd, OrderEventKind, PreflightFinding, Setback } from "@hostseal/core";
import { toMethodText } from "../methods.ts";
import { toNamesText, toNameText } from "../names.ts";
import { toMoment } from "../times.ts";
import type { ToLine } from "./line.ts";
import { bad, good, note, silent } from "./line.ts";

const ends: Readonly<Record<OrderEnd["kind"], string>> = {
  expired: "The licence has ended, and the order with it",
  cancelled: "Cancelled",
  refunded: "Cancelled, with the money back",
  revoked: "Ended: its certificates are revoked",
  rejected: "The certificate authority refused the order; nothing was charged",
};

const requestWords = (request: NonNullable<Order["request"]>): string => {
  switch (request.kind) {
    case "reissue":
      return `A reissue was asked for ${toNamesText(request.names)}`;
    case "revoke":
      return `Revocation was asked for (${request.reason})`;
    case "cancel":
      return "Cancellation was asked for";
  }
};

const verdictOf = (findings: readonly PreflightFinding[]) => {
  const blocking = findings.find(({ weight }) => weight === "blocks");
  if (blocking !== undefined) {
    const { sentence, fix } = preflightProblems[blocking.problem];
    return bad(`Stopped: ${render(sentence, blocking.parameters)} ${render(fix, blocking.parameters)}`);
  }
  const names = new Set(findings.map(({ name }) => name)).size;
  return good(
    `Looked from outside before anybody pays: ${names === 1 ? "the name is" : `all ${names} names are`} ready`,
  );
};

export const toSetbackText = ({ code, parameters, nextTry }: Setback): string =>
  `${render(errors[code].sentence, parameters)} Tried again at ${toMoment(nextTry)}`;

type Kinds = Extract<
  OrderEventKind,
  | `order.${string}`
  | `agreement.${string}`
  | `method.${string}`
  | `preflight.${string}`
  | `balance.${string}`
  | `message.${string}`
  | "look.asked"
  | "resend.asked"
  | `request.${string}`
  | "step.failed"
  | "charge.recorded"
>;

/** Lines for what concerns the order as a whole. */
export const orderEvents: { readonly [Kind in Kinds]: ToLine<Kind> } = {
  "order.created": ({ order }) =>
    note(
      `Order ${order.id}: ${toNamesText(order.names)}, ${order.product.title}, ${order.years} year(s), ${formatMoney(order.price)}`,
    ),
  "agreement.accepted": () => good("The subscriber agreement is accepted"),
  "method.told": silent,
  "method.chosen": ({ name, choice }) => note(`${toNameText(name)} is validated ${toMethodText(choice)}`),
  "preflight.observed": ({ findings }) => verdictOf(findings),
  "balance.observed": ({ amount }) => amount && note(`Prepaid balance: ${formatMoney(amount)}`),
  "order.confirmed": ({ price }) => good(`Ordered for ${formatMoney(price)}`),
  "order.ended": ({ because }) => (because.kind === "rejected" ? bad(ends[because.kind]) : note(ends[because.kind])),
  "order.held": ({ because }) =>
    bad(because === "account-suspended" ? "Paused: the account is suspended" : "Paused: the account was removed"),
  "order.released": () => note("Goes on"),
  "order.moved": ({ from, to }) => note(`The account has another name now: ${to} instead of ${from}`),
  "order.renewed": ({ by }) => good(`Order ${by} continues the licence`),
  "charge.recorded": ({ charge }) => good(`Charged ${formatMoney(charge.amount)}, once`),
  "look.asked": silent,
  "resend.asked": silent,
  "request.made": ({ request }) => note(requestWords(request)),
  "request.refused": ({ setback }) => bad(toSetbackText(setback)),
  "request.overtaken": () => note("What was asked for is overtaken by what happened since"),
  "step.failed": ({ setback }) => bad(toSetbackText(setback)),
  "message.queued": silent,
  "message.sent": () => note("A message about it went to the contacts"),
};
