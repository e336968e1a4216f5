import type { Desk } from "../desk.ts";
import type { CaOrder, NameCase } from "../orders/order.ts";
import { currentGeneration } from "../orders/order.ts";

/** Sends the approval mail of one name, when it is validated by e-mail and still open. */
export const sendLetter = async (desk: Desk, order: CaOrder, { name, choice, verdict }: NameCase): Promise<void> => {
  if (choice.method !== "email" || verdict.kind !== "open") return;
  const { number } = currentGeneration(order);
  const now = desk.clock.now();
  await desk.letters.send({ ref: order.ref, generation: number, name, address: choice.address, now });
};

export const sendLetters = async (desk: Desk, order: CaOrder): Promise<void> => {
  for (const each of currentGeneration(order).cases) await sendLetter(desk, order, each);
};
