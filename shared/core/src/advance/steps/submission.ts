import type { MethodChoice } from "../../validation/artefact.ts";
import type { Order } from "../../orders/order.ts";
import type { OrderEvent } from "../../orders/event.ts";
import type { Prepared } from "../../orders/enrolment.ts";
import type { IdempotencyKey } from "../../identifiers.ts";
import type { Issuer, IssuerOrder } from "../../ports/issuer.ts";
import type { DomainName } from "@hostseal/rules";
import type { Context, Performer } from "../performer.ts";
import { happened } from "../performer.ts";
import { needed } from "./needed.ts";

const preparedOf = (order: Order): Prepared =>
  needed(order.enrolment?.phase.kind === "prepared" ? order.enrolment.phase : undefined, "a prepared enrolment");

const methodsOf = (order: Order, names: readonly DomainName[]) =>
  names.map((name): { name: DomainName; choice: MethodChoice } => ({
    name,
    choice: order.wishes.methods[name] ?? { method: "dns-txt" },
  }));

const place = (issuer: Issuer, order: Order, key: IdempotencyKey): Promise<IssuerOrder> => {
  const names = needed(order.enrolment, "an enrolment").names;
  return issuer.place({
    key,
    product: order.product.code,
    years: order.years,
    csr: preparedOf(order).csr,
    names,
    methods: methodsOf(order, names),
    contactEmails: order.contactEmails,
    ...(order.organisation !== undefined && { organisation: order.organisation }),
    agreedAt: needed(order.agreement, "an accepted agreement").at,
  });
};

const reissue = (issuer: Issuer, order: Order, key: IdempotencyKey): Promise<IssuerOrder> => {
  const names = needed(order.enrolment, "an enrolment").names;
  return issuer.reissue(needed(order.issuerRef, "an issuer reference"), {
    key,
    csr: preparedOf(order).csr,
    names,
    methods: methodsOf(order, names),
    agreedAt: needed(order.agreement, "an accepted agreement").at,
  });
};

/** What the issuer has under this key already, asked when an earlier attempt has no known outcome. */
const alreadyThere = async (issuer: Issuer, { begun }: Context): Promise<IssuerOrder | undefined> =>
  begun === undefined ? undefined : issuer.finder?.find(begun.key);

/** Whether an open submission is not worth repeating: the customer wants none, and the issuer says it has none. */
const isUnwanted = (issuer: Issuer, { order, begun }: Context): boolean =>
  begun !== undefined && order.request?.kind === "cancel" && issuer.finder !== undefined;

/** Hands the CSR to the issuer: the first time as an order that costs, afterwards as a free reissue. */
export const submit: Performer<"submit"> = async (context) => {
  const { world, order, now } = context;
  const issuer = world.issuer(order.product.issuer);
  const key = needed(order.intent, "an intent").key;
  const send = order.issuerRef === undefined ? place : reissue;
  const found = await alreadyThere(issuer, context);
  if (found === undefined && isUnwanted(issuer, context)) return happened();
  const accepted = found ?? (await send(issuer, order, key));
  const events: OrderEvent[] = [{ kind: "issuer.accepted", ref: accepted.ref, generation: accepted.generation }];
  if (order.issuerRef === undefined) {
    events.push({ kind: "charge.recorded", charge: { key, at: now, amount: accepted.charged } });
  }
  return happened(...events);
};
