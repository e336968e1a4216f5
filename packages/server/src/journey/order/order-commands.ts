import { type Command, failure, type Order, REVOCATION_REASON_NAMES, toMethodChoice, type Money } from "@hostseal/core";
import { type Instant, parseDomainName } from "@hostseal/rules";
import { z } from "zod";
import { acceptedCost } from "../../partner/markup.ts";
import { chosenNames } from "../ordering/wish-form.ts";

const amount = z.object({ amount: z.coerce.number().int().min(0) });
const method = z.object({ name: z.string(), method: z.string() });
const reissue = z.object({
  names: z.string().default(""),
  csr: z.string().trim().max(20_000).default(""),
  agreement: z.string().default(""),
});
const revoke = z.object({ reason: z.enum(REVOCATION_REASON_NAMES) });

export type CommandContext = {
  readonly order: Order;
  readonly now: Instant;
  /** What the visitor was asked for it. */
  readonly price: Money;
};
type ToCommands = (body: unknown, context: CommandContext) => readonly Command[];

const toMethodCommand: ToCommands = (body, { now }) => {
  const form = method.parse(body);
  const parsed = parseDomainName(form.name);
  const choice = parsed.kind === "name" ? toMethodChoice(form.method, parsed.name, now) : undefined;
  if (parsed.kind !== "name" || choice === undefined)
    throw failure("input.option", { option: "method", because: `${form.name} cannot use ${form.method}` });
  return [{ kind: "choose-method", name: parsed.name, choice }];
};

const toReissueCommand: ToCommands = (body, { order }) => {
  const { names, csr, agreement } = reissue.parse(body);
  if (agreement !== "yes")
    throw failure("order.refused", { order: order.id, because: "the subscriber agreement has not been accepted" });
  const typed = names.split(/\s+/).filter((name) => name !== "");
  return [
    { kind: "accept-agreement" },
    {
      kind: "reissue",
      names: typed.length === 0 ? order.names : chosenNames(typed),
      ...(csr !== "" && { csr }),
    },
  ];
};

/** Whoever accepts the price they were shown accepts what it costs. */
const toConfirmCommands: ToCommands = (body, { order, price }) => {
  const accepted = { ...price, amount: amount.parse(body).amount };
  return [{ kind: "accept-agreement" }, { kind: "confirm", price: acceptedCost(order, { asked: price, accepted }) }];
};

/** What each form of an order's page asks for. To confirm is to accept the agreement that stands beside the button. */
export const orderCommands = {
  confirm: toConfirmCommands,
  "check-again": () => [{ kind: "check-again" }],
  method: toMethodCommand,
  reissue: toReissueCommand,
  revoke: (body) => [{ kind: "revoke", reason: revoke.parse(body).reason }],
  cancel: () => [{ kind: "cancel" }],
} as const satisfies Record<string, ToCommands>;

export type OrderForm = keyof typeof orderCommands;

export const isOrderForm = (text: string): text is OrderForm => Object.hasOwn(orderCommands, text);
