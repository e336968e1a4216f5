import type { DomainName } from "@hostseal/rules";
import { setbackFrom } from "../../decide/setbacks.ts";
import { failure } from "../../errors/failure.ts";
import type { OrderEvent } from "../../orders/event.ts";
import { chooseMethod } from "../../validation/choose-method.ts";
import type { Context, Performer } from "../performer.ts";
import { happened } from "../performer.ts";

/** Methods for names that have none yet, chosen by what the hosts can do. */
const chosenFor = async ({ world, order, now }: Context, names: readonly DomainName[]): Promise<OrderEvent[]> => {
  const circumstances = { hosts: world.hostsOf(order), level: order.product.level, now };
  const events: OrderEvent[] = [];
  for (const name of names.filter((one) => order.wishes.methods[one] === undefined))
    events.push({ kind: "method.chosen", name, choice: await chooseMethod(name, circumstances) });
  return events;
};

/** Begins a trip to a certificate. */
export const beginEnrolment: Performer<"begin-enrolment"> = async (context, { reason, names, csr }) =>
  happened(...(await chosenFor(context, names)), {
    kind: "enrolment.begun",
    reason,
    names,
    ...(csr !== undefined && { csr }),
  });

/** Takes the issuer's no for an answer; a fresh trip is begun later. */
export const giveUpEnrolment: Performer<"give-up-enrolment"> = async ({ world, order, now }, step) => {
  const { evidence } = step;
  const issuer = world.issuer(order.product.issuer).manifest.title;
  const refused = failure("issuer.rejected", { issuer, because: evidence }, { evidence });
  return happened({ kind: "enrolment.failed", setback: setbackFrom(refused, step, { before: undefined, now }) });
};

/** Leaves a trip behind; its key is destroyed and its proofs withdrawn. */
export const abandonEnrolment: Performer<"abandon-enrolment"> = async () => happened({ kind: "enrolment.abandoned" });

/** Declares a trip closed: its document part leaves the order next. */
export const finishEnrolment: Performer<"finish-enrolment"> = async () => happened({ kind: "enrolment.finished" });

/** Ends the order. */
export const end: Performer<"end"> = async (_context, { because }) => happened({ kind: "order.ended", because });
