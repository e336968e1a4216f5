import type { IssuerOrder } from "../../ports/issuer.ts";
import type { OrderEvent } from "../../orders/event.ts";
import type { Context, Performer } from "../performer.ts";
import { happened } from "../performer.ts";
import { needed } from "./needed.ts";

const observed = ({ status, rawStatus, generation, validations, licence }: IssuerOrder): OrderEvent => ({
  kind: "issuer.observed",
  status,
  rawStatus,
  generation,
  validations,
  ...(licence !== undefined && { licence }),
});

const issuerOf = ({ world, order }: Context) => ({
  issuer: world.issuer(order.product.issuer),
  ref: needed(order.issuerRef, "an issuer reference"),
});

/** Reads the whole order at the issuer. */
export const lookAtIssuer: Performer<"look-at-issuer"> = async (context) => {
  const { issuer, ref } = issuerOf(context);
  return happened(observed(await issuer.look(ref)));
};

/** Tells the issuer which method the customer has chosen for a name. */
export const setMethod: Performer<"set-method"> = async (context, { name }) => {
  const { issuer, ref } = issuerOf(context);
  const choice = needed(context.order.wishes.methods[name], `a method for ${name}`);
  const view = await issuer.setValidation(ref, name, choice);
  return happened({ kind: "method.told", name, choice }, observed(view));
};

/** Asks the issuer to look for the proofs now. */
export const requestCheck: Performer<"request-check"> = async (context) => {
  const { issuer, ref } = issuerOf(context);
  return happened({ kind: "check.requested" }, observed(await issuer.check(ref)));
};

/** Reads the prepaid balance, where the issuer keeps one. */
export const readBalance: Performer<"read-balance"> = async ({ world, order }) => {
  const amount = await world.issuer(order.product.issuer).purse?.balance();
  return happened({ kind: "balance.observed", ...(amount !== undefined && { amount }) });
};

/** Reads when the issuer advises to replace the certificate, where it gives advice. */
export const readAdvice: Performer<"read-advice"> = async (context) => {
  const { issuer, ref } = issuerOf(context);
  const window = await issuer.adviser?.window(ref);
  return happened({ kind: "advice.observed", ...(window !== undefined && { window }) });
};
