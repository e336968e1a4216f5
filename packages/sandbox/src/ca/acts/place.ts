import { priceOf } from "@hostseal/core";
import type { Desk } from "../desk.ts";
import { CATALOGUE } from "../catalogue.ts";
import type { CaOrder } from "../orders/order.ts";
import { refuse } from "../refusal.ts";
import { beginOrganisation } from "./organisation-steps.ts";
import { inTurn } from "./own-order.ts";
import { examineRequest, openGeneration } from "./open-generation.ts";
import { isSameRequest } from "./is-same-request.ts";
import type { OrderRequest } from "./requests.ts";
import { sendLetters } from "./send-letters.ts";
import { settle } from "./settle.ts";
import { refreshCases } from "./refresh-cases.ts";
import { watch } from "./watch.ts";

const productOf = ({ product: code, years, organisation }: OrderRequest) => {
  const product = CATALOGUE.find((each) => each.code === code);
  if (!product) throw refuse("product-unknown", `"${code}" is not sold`);
  if (!product.years.includes(years)) throw refuse("term-not-sold", `${years} years of ${code}`);
  if (product.level !== "dv" && !organisation) throw refuse("organisation-missing", `${code} names an organisation`);
  if (product.level === "ev" && !organisation?.registrationNumber) {
    throw refuse("organisation-missing", "EV names the registration number (EVG §7.1.4.2)");
  }
  return product;
};

const makeRef = ({ random }: Desk): string => `SB${Buffer.from(random.bytes(5)).toString("hex").toUpperCase()}`;

/** Checks, then charges and books, all in one go: no other request can come in between. */
const book = (desk: Desk, partner: string, request: OrderRequest): CaOrder => {
  const product = productOf(request);
  const examined = examineRequest(desk, request, { product });
  const generation = openGeneration(desk, 1, examined);
  const ref = makeRef(desk);
  const now = desk.clock.now();
  const { amount } = priceOf(product, examined.names, request.years);
  desk.ledger.charge({ partner, order: ref, amount, at: now });
  const order: CaOrder = {
    ref,
    partner,
    product,
    years: request.years,
    ...(request.organisation && { organisation: request.organisation }),
    contactEmails: request.contactEmails,
    placedAt: now,
    generations: [generation],
    organisationSteps: beginOrganisation(desk, product),
  };
  return desk.book.put(refreshCases(desk, order), now);
};

/**
 * Sells a licence and opens its first certificate. The same reference again gives the same order back.
 * @throws Refusal, with nothing booked.
 */
export const place = (desk: Desk, partner: string, request: OrderRequest): Promise<CaOrder> =>
  desk.turns.take(JSON.stringify(["place", partner, request.reference]), async () => {
    const earlier = desk.book.byReference(partner, request.reference);
    if (earlier) {
      if (isSameRequest(earlier, request)) return earlier;
      throw refuse("request-differs", `${request.reference} was used for another request`);
    }
    const order = book(desk, partner, request);
    await sendLetters(desk, order);
    watch(desk, order);
    return inTurn(desk, order, (current) => settle(desk, current));
  });
