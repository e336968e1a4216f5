import type { MethodChoice } from "@hostseal/core";
import { parseDomainName } from "@hostseal/rules";
import type { Desk } from "../desk.ts";
import type { CaOrder, NameCase } from "../orders/order.ts";
import { currentGeneration, withCase } from "../orders/order.ts";
import { makeToken } from "../proofs/make-token.ts";
import { refuse } from "../refusal.ts";
import { examineChoice } from "./examine-names.ts";
import { openCase } from "./open-generation.ts";
import type { Address } from "./own-order.ts";
import { assertOpen, inTurn } from "./own-order.ts";
import { sendLetter } from "./send-letters.ts";

/** @throws Refusal `validation-unknown` when the current generation has no such name. */
export const caseOf = (order: CaOrder, text: string): NameCase => {
  const parsed = parseDomainName(text);
  const found = currentGeneration(order).cases.find(({ name }) => parsed.kind === "name" && name === parsed.name);
  if (!found) throw refuse("validation-unknown", `${text} is not in order ${order.ref}`);
  return found;
};

const isSameChoice = (left: MethodChoice, right: MethodChoice): boolean =>
  left.method === right.method &&
  (left.method !== "email" || right.method !== "email" || left.address === right.address);

/** The token goes on as long as it is young, so that a record that is already there stays right. */
const tokenFor = (desk: Desk, { token }: NameCase) => {
  const now = desk.clock.now();
  return now > token.madeAt + desk.habits.tokenLife ? makeToken(desk.random, now) : token;
};

export type MethodWish = { readonly name: string; readonly choice: MethodChoice };

/** Chooses how a name is validated. Choosing what is chosen changes nothing, unless its token has grown too old. */
export const chooseMethod = (desk: Desk, address: Address, wish: MethodWish): Promise<CaOrder> =>
  inTurn(desk, address, async (order) => {
    assertOpen(desk, order);
    const each = caseOf(order, wish.name);
    const choice = examineChoice({
      name: each.name,
      choice: wish.choice,
      product: order.product,
      at: desk.clock.now(),
    });
    const token = tokenFor(desk, each);
    if (isSameChoice(choice, each.choice) && token === each.token) return order;
    if (each.verdict.kind === "proven") throw refuse("already-proven", `${each.name} is proven`);
    const opened = openCase(each.name, choice, token);
    const changed = withCase(order, opened);
    await sendLetter(desk, changed, opened);
    return changed;
  });
