import { formatMoney } from "@hostseal/core";
import type { Decision, Order } from "@hostseal/core";
import { methodWords } from "./methods.ts";
import { toNamesText, toNameText } from "./names.ts";
import type { Paint } from "./paint.ts";
import { toStateWord } from "./state-word.ts";
import { toDay, toMoment } from "./times.ts";
import { toWaitLines } from "./wait-lines.ts";

type Field = readonly [label: string, text: string];

const WIDTH = 13;

const toFieldLine = ([label, text]: Field): string => `  ${label.padEnd(WIDTH)}${text}`;

/** The two clocks of an order, never told without saying which is which. */
const toClocks = ({ certificate, licence, certificates }: Order): readonly Field[] => [
  ...(certificate === undefined
    ? []
    : [
        [
          "Certificate",
          `number ${certificates}, until ${toMoment(certificate.notAfter)}; serial ${certificate.serial}`,
        ] as const,
      ]),
  ...(licence === undefined ? [] : [["Licence", `${toDay(licence.start)} until ${toMoment(licence.end)}`] as const]),
];

const watchText = ({ certificate }: Order): string | undefined => {
  const verdict = certificate?.watch.verdict;
  if (certificate === undefined || verdict === undefined) return undefined;
  const since = toMoment(certificate.watch.at);
  switch (verdict.kind) {
    case "served":
      return `served, seen from outside since ${since}`;
    case "other-certificate":
      return `${verdict.name} serves another certificate since ${since}`;
    case "not-reachable":
      return `${verdict.name} cannot be looked at since ${since}: ${verdict.because}`;
  }
};

const placeText = ({ wishes }: Order): string =>
  wishes.installations.length === 0
    ? "by hand; nothing is installed by Hostseal"
    : wishes.installations.map(({ host, site }) => `${host}:${site}`).join(", ");

const validationFields = ({ completed }: Order): readonly Field[] =>
  completed.map(({ name, method, at, reuseUntil }) => [
    "Validated",
    `${toNameText(name)} ${methodWords[method]} on ${toDay(at)}, serves again until ${toDay(reuseUntil)}`,
  ]);

const fieldsOf = (order: Order): readonly Field[] => {
  const { product, years, price, charges, renews, renewedBy } = order;
  const watch = watchText(order);
  return [
    ["Names", toNamesText(order.names)],
    [
      "Product",
      `${product.title}, ${years} year(s), ${formatMoney(price)}${charges.length > 0 ? ", charged" : ", not charged"}`,
    ],
    ...toClocks(order),
    ["Installed", placeText(order)],
    ...(watch === undefined ? [] : [["Sites", watch] as const]),
    ...validationFields(order),
    ...(renews === undefined ? [] : [["Continues", renews] as const]),
    ...(renewedBy === undefined ? [] : [["Continued by", renewedBy] as const]),
  ];
};

/** Everything a person wants to know of one order: how it stands, its two clocks, and who must do what by when. */
export const toOrderPage = (order: Order, decision: Decision, paint: Paint): readonly string[] => {
  const waits = decision.kind === "wait" ? ["", ...toWaitLines(decision, paint).map((line) => `  ${line}`)] : [];
  return [
    `${paint.bold(order.id)}  ${paint.bold(toStateWord(order, decision))}`,
    ...fieldsOf(order).map(toFieldLine),
    ...waits,
  ];
};
