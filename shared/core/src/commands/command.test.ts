import { DAY, fromIso } from "@hostseal/rules";
import { describe, expect, test } from "vitest";
import { isFailure } from "../errors/failure.ts";
import type { OrderEvent } from "../orders/event.ts";
import type { Order, OrderEnd, OrderState } from "../orders/order.ts";
import { TODAY, nameOf, sampleActive, sampleDraft, sampleProduct } from "../orders/sample-order.fixture.ts";
import { REVOCATION_REASON_NAMES } from "../ports/issuer.ts";
import type { PreflightFinding } from "../validation/preflight.ts";
import type { Command } from "./command.ts";
import { answerTo } from "./command.ts";

const SHOP = nameOf("shop.example.com");
const preflight = { at: TODAY, findings: [] };
const agreement = { at: TODAY, by: "anna" };

const ended = (because: OrderEnd): Order => sampleActive({ state: { kind: "ended", at: TODAY, because } });

const orders: Readonly<Record<OrderState["kind"], Order>> = {
  draft: sampleDraft({ preflight, agreement }),
  placed: sampleDraft({ preflight, agreement, state: { kind: "placed", at: TODAY } }),
  active: sampleActive(),
  ended: ended({ kind: "expired" }),
};

const answer = (order: Order, command: Command, at = TODAY): readonly OrderEvent[] | string => {
  try {
    return answerTo(order, command, { by: "anna", at });
  } catch (thrown) {
    if (isFailure(thrown, "order.refused")) return String(thrown.parameters["because"]);
    throw thrown;
  }
};

const confirm: Command = { kind: "confirm", price: orders.draft.price };
const reissue: Command = { kind: "reissue", names: orders.active.names };
const revoke: Command = { kind: "revoke", reason: "superseded" };
const cancel: Command = { kind: "cancel" };
const choose: Command = { kind: "choose-method", name: SHOP, choice: { method: "file" } };

const done = {
  "look.asked": "looks",
  "method.chosen": "chooses",
  "order.confirmed": "confirms",
  "request.made": "asks",
};
const shortly = (said: readonly OrderEvent[] | string): string =>
  typeof said === "string" ? said : said.map(({ kind }) => (done as Record<string, string>)[kind] ?? kind).join();

describe("a command", () => {
  const noLicence = "a reissue needs an active licence";
  const nothing = "nothing is issued that could be revoked";
  const table: readonly (readonly [Command, readonly [string, string, string, string]])[] = [
    [{ kind: "accept-agreement" }, ["", "", "", ""]],
    [confirm, ["confirms", "it is confirmed already", "it is confirmed already", "it is confirmed already"]],
    [{ kind: "check-again" }, ["looks", "looks", "looks", "it has ended"]],
    [choose, ["chooses", "chooses", "chooses", "it has ended"]],
    [reissue, [noLicence, noLicence, "asks", noLicence]],
    [revoke, [nothing, nothing, "asks", nothing]],
    [
      cancel,
      [
        "asks",
        "asks",
        "a certificate has been issued, and after that there is no refund; revoke it instead",
        "it has ended already",
      ],
    ],
  ];

  test.each(table)("%j is answered in every state of an order", (command, said) => {
    const kinds = ["draft", "placed", "active", "ended"] as const;
    expect(kinds.map((kind) => shortly(answer(orders[kind], command)))).toEqual(said);
  });

  test("to accept the agreement is entered once, with who it was", () => {
    expect(answer(sampleDraft(), { kind: "accept-agreement" })).toEqual([{ kind: "agreement.accepted", by: "anna" }]);
  });
});

const priced = (amount: number, currency: string): Command => ({ kind: "confirm", price: { amount, currency } });

describe("the confirmation of an order", () => {
  const blocking: PreflightFinding = {
    name: SHOP,
    weight: "blocks",
    check: "dns",
    problem: "no-such-name",
    parameters: { name: SHOP },
  };
  const { preflight: _never, ...unexamined } = orders.draft;
  const { agreement: _nobody, ...unagreed } = orders.draft;

  test.each<readonly [string, Order, number, string]>([
    ["before the agreement is accepted", unagreed, TODAY, "the subscriber agreement has not been accepted"],
    ["before its names are examined", unexamined, TODAY, "the names have not been examined yet"],
    [
      "long after they were examined",
      orders.draft,
      TODAY + DAY + 1,
      "its names were examined too long ago; check it again",
    ],
    [
      "while something blocks it",
      { ...orders.draft, preflight: { at: TODAY, findings: [blocking] } },
      TODAY,
      "shop.example.com does not exist in DNS.",
    ],
  ])("is refused %s", (_case, order, at, because) => {
    expect(answer(order, confirm, at)).toBe(because);
  });

  test("is refused at any other price, so that nobody pays what they have not seen", () => {
    expect(answer(orders.draft, priced(1499, "EUR"))).toBe("its price is 15.00 EUR, not 14.99 EUR");
    expect(answer(orders.draft, priced(1500, "USD"))).toBe("its price is 15.00 EUR, not 15.00 USD");
    expect(shortly(answer(orders.draft, confirm, TODAY + DAY - 1))).toBe("confirms");
  });

  test("is not held up by a warning", () => {
    const order: Order = { ...orders.draft, preflight: { at: TODAY, findings: [{ ...blocking, weight: "warns" }] } };
    expect(shortly(answer(order, confirm))).toBe("confirms");
  });
});

describe("the choice of a method", () => {
  test.each<readonly [string, Command, number, string]>([
    [
      "of another order",
      { kind: "choose-method", name: nameOf("example.net"), choice: { method: "file" } },
      TODAY,
      "example.net is not one of its names",
    ],
    [
      "by a method that has ended",
      { kind: "choose-method", name: SHOP, choice: { method: "email", address: "admin@example.com" } },
      fromIso("2030-01-01"),
      "shop.example.com cannot be validated by email: the rules no longer allow this method",
    ],
  ])("is refused for a name %s", (_case, command, at, because) => {
    expect(answer(orders.draft, command, at)).toBe(because);
  });

  test("is refused for a wildcard by file", () => {
    const star = nameOf("*.example.com");
    const command: Command = { kind: "choose-method", name: star, choice: { method: "file" } };
    expect(answer(sampleDraft({ names: [star] }), command)).toBe(
      `${star} cannot be validated by file: this method proves one exact name, not a wildcard`,
    );
  });
});

const asking = (names: readonly string[], changes: Partial<Order> = {}, csr?: string) =>
  shortly(
    answer(sampleActive(changes), { kind: "reissue", names: names.map(nameOf), ...(csr !== undefined && { csr }) }),
  );
const paid = sampleActive({ price: { amount: 1_000_000, currency: "EUR" } });

describe("the wish for a reissue", () => {
  test("is taken with names dropped, and with names added that are paid for", () => {
    expect(asking(["shop.example.com"])).toBe("asks");
    expect(asking(["shop.example.com", "other.example.com"], paid)).toBe("asks");
    expect(asking(["a.example.com", "b.example.com", "*.example.com"], paid)).toBe("asks");
  });

  type Wish = { readonly names: readonly string[]; readonly changes?: Partial<Order>; readonly csr?: string };
  const shop = ["shop.example.com"];

  test.each<readonly [string, Wish, string]>([
    ["without names", { names: [] }, "it has no name"],
    ["with a name twice", { names: [...shop, ...shop] }, "a name is there twice"],
    [
      "with too many names",
      { names: ["a", "b", "c", "d"].map((one) => `${one}.example.com`), changes: paid },
      "Sample DV holds 3 name(s), and 4 were given",
    ],
    [
      "with a wildcard that the product does not hold",
      { names: ["*.example.com"], changes: { product: { ...sampleProduct, wildcard: false } } },
      "Sample DV holds no wildcards",
    ],
    [
      "with more names than were paid for",
      { names: ["a", "b", "c"].map((one) => `${one}.example.com`) },
      "these names cost more than the licence pays for; order the further ones anew",
    ],
    [
      "with a request whose key we cannot install",
      { names: shop, csr: "csr" },
      "it brings its own CSR, so its key cannot be installed by us; leave the installation out",
    ],
    [
      "beside another wish",
      { names: shop, changes: { request: { kind: "revoke", at: TODAY, reason: "superseded" } } },
      "a revoke has been asked for already",
    ],
    [
      "of a certificate that was revoked",
      { names: shop, changes: ended({ kind: "revoked", reason: "keyCompromise" }) },
      "its certificate was revoked, and a revoked one cannot be reissued; order anew",
    ],
  ])("is refused %s", (_case, { names, changes, csr }, because) => {
    expect(asking(names, changes, csr)).toBe(because);
  });
});

describe("the wish to revoke", () => {
  test("is taken for the reasons that a subscriber may give, and for no other", () => {
    const taken = REVOCATION_REASON_NAMES.filter(
      (reason) => typeof answer(orders.active, { kind: "revoke", reason }) !== "string",
    );
    expect(taken).toEqual(
      expect.arrayContaining(["keyCompromise", "superseded", "affiliationChanged", "cessationOfOperation"]),
    );
    expect(taken).not.toContain("cACompromise");
    expect(taken).not.toContain("certificateHold");
  });
});
