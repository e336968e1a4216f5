import type { Desk } from "../desk.ts";
import { currentGeneration } from "../orders/order.ts";
import { refuse } from "../refusal.ts";
import { caseOf } from "./choose-method.ts";
import type { Address } from "./own-order.ts";
import { assertOpen, ownOrder } from "./own-order.ts";

/** Sends the approval mail of a name once more, word for word. */
export const resend = async (desk: Desk, address: Address, text: string): Promise<void> => {
  const order = ownOrder(desk, address);
  assertOpen(desk, order);
  const { name } = caseOf(order, text);
  const letter = desk.letters.latest({ ref: order.ref, generation: currentGeneration(order).number, name });
  if (!letter) throw refuse("method-refused", `${name} is not validated by e-mail`);
  await desk.letters.resend(letter);
};
