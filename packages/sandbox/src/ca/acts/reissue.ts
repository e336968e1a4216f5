import type { Desk } from "../desk.ts";
import type { CaOrder } from "../orders/order.ts";
import { currentGeneration } from "../orders/order.ts";
import { refuse } from "../refusal.ts";
import { isSameRequest } from "./is-same-request.ts";
import { examineRequest, openGeneration } from "./open-generation.ts";
import { renewOrganisation } from "./organisation-steps.ts";
import type { Address } from "./own-order.ts";
import { assertOpen, inTurn } from "./own-order.ts";
import { refreshCases } from "./refresh-cases.ts";
import type { CertificateRequest } from "./requests.ts";
import { sendLetters } from "./send-letters.ts";
import { settle } from "./settle.ts";
import { watch } from "./watch.ts";

const nextGeneration = (desk: Desk, order: CaOrder, request: CertificateRequest): CaOrder => {
  const { product, ref } = order;
  const examined = examineRequest(desk, request, { product, ref });
  const opened = openGeneration(desk, currentGeneration(order).number + 1, examined);
  return refreshCases(desk, {
    ...order,
    organisationSteps: renewOrganisation(desk, order),
    generations: [...order.generations, opened],
  });
};

/**
 * Opens a new certificate inside the licence, free; takes the place of one that is still under way, and leaves issued ones
 * alone. The same reference again changes nothing.
 * @throws Refusal `order-closed` for a licence that has ended, was revoked or cancelled.
 */
export const reissue = (desk: Desk, address: Address, request: CertificateRequest): Promise<CaOrder> =>
  inTurn(desk, address, async (order) => {
    const earlier = desk.book.byReference(address.partner, request.reference);
    if (earlier) {
      if (earlier.ref === order.ref && isSameRequest(order, request)) return order;
      throw refuse("request-differs", `${request.reference} was used for another request`);
    }
    assertOpen(desk, order);
    const opened = desk.book.put(nextGeneration(desk, order, request), desk.clock.now());
    await sendLetters(desk, opened);
    watch(desk, opened);
    return settle(desk, opened);
  });
