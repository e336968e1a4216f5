import { formatMoney } from "@hostseal/core";
import type { Money, Order } from "@hostseal/core";
import type { DomainName } from "@hostseal/rules";
import { toMethodText } from "./methods.ts";
import { toNameText } from "./names.ts";
import type { Paint } from "./paint.ts";

const nameLine = (name: DomainName, { wishes }: Order): string => {
  const choice = wishes.methods[name];
  return `    ${toNameText(name)}${choice === undefined ? "" : `, validated ${toMethodText(choice)}`}`;
};

const balanceText = (price: Money, balance: Money | undefined): string => {
  if (balance === undefined) return "";
  const after = { amount: balance.amount - price.amount, currency: balance.currency };
  return `; balance ${formatMoney(balance)}, afterwards ${formatMoney(after)}`;
};

/** What a person reads before money is spent: names, licence, price, balance, and that there is no refund after issue. */
export const toPricePage = (order: Order, balance: Money | undefined, paint: Paint): readonly string[] => {
  const { product, years, price, wishes } = order;
  const places = wishes.installations.map(({ host, site }) => `${host}:${site}`).join(", ");
  return [
    paint.bold("Please check:"),
    "  Names",
    ...order.names.map((name) => nameLine(name, order)),
    `  Product       ${product.title}; a licence of ${years} year(s), with every reissue in it free`,
    `  Price         ${paint.bold(formatMoney(price))}${balanceText(price, balance)}`,
    `  Installed on  ${places === "" ? "nothing; you install it by hand" : places}`,
    "  After issue there is no refund.",
  ];
};
