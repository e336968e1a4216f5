import { describe, expect, test } from "vitest";
import { isFailure } from "../errors/failure.ts";
import { TODAY, nameOf, sampleProduct, sampleWish } from "../orders/sample-order.fixture.ts";
import type { OrderWish } from "./new-order.ts";
import { newOrder, withIncludedTwin } from "./new-order.ts";

const refusal = (changes: Partial<OrderWish>): string => {
  try {
    newOrder({ ...sampleWish, ...changes }, TODAY, "customer");
  } catch (thrown) {
    if (isFailure(thrown, "order.invalid")) return String(thrown.parameters["because"]);
    throw thrown;
  }
  throw new Error("it was taken");
};

const organisation = {
  name: "Example Ltd",
  street: "1 High Street",
  city: "Leeds",
  region: "West Yorkshire",
  postcode: "LS1 1AA",
  country: "GB",
  phone: "+441130000000",
};

describe("a new order", () => {
  test("is a draft with its price, and nothing has happened but its making", () => {
    const order = newOrder(sampleWish, TODAY, "anna");
    expect(order).toMatchObject({
      state: { kind: "draft" },
      price: { amount: 1500, currency: "EUR" },
      charges: [],
      enrolments: 0,
    });
    expect(order.journal.entries.map(({ at, by, event }) => ({ at, by, kind: event.kind }))).toEqual([
      { at: TODAY, by: "anna", kind: "order.created" },
    ]);
    expect(order.next.at).toBe(TODAY);
  });

  test.each<readonly [string, Partial<OrderWish>, string]>([
    ["without a name", { names: [] }, "it has no name"],
    ["with a name twice", { names: [nameOf("a.example.com"), nameOf("a.example.com")] }, "a name is there twice"],
    [
      "with more names than fit",
      { names: ["a", "b", "c", "d"].map((label) => nameOf(`${label}.example.com`)) },
      "Sample DV holds 3 name(s), and 4 were given",
    ],
    [
      "with a wildcard that the product does not hold",
      { names: [nameOf("*.example.com")], product: { ...sampleProduct, wildcard: false } },
      "Sample DV holds no wildcards",
    ],
    [
      "with a wildcard at a level that allows none",
      { names: [nameOf("*.example.com")], product: { ...sampleProduct, level: "ev" }, organisation },
      "EV certificates hold no wildcards",
    ],
    ["for years that are not sold", { years: 3 }, "Sample DV is sold for 1, 2, 5 years, not 3"],
    [
      "of an organisation that is not named",
      { product: { ...sampleProduct, level: "ov" } },
      "Sample DV names an organisation, and none was given",
    ],
    ["of which nobody would hear", { contactEmails: [] }, "no e-mail address was given for messages about it"],
    [
      "with a key elsewhere and an installation",
      { csr: "-----BEGIN CERTIFICATE REQUEST-----" },
      "it brings its own CSR, so its key cannot be installed by us; leave the installation out",
    ],
  ])("is refused %s, in words", (_case, changes, because) => {
    expect(refusal(changes)).toBe(because);
  });

  test.each<readonly [string, Partial<OrderWish>]>([
    ["as many names as fit", { names: ["a", "b", "c"].map((label) => nameOf(`${label}.example.com`)) }],
    ["a wildcard", { names: [nameOf("*.example.com")] }],
    ["an organisation", { product: { ...sampleProduct, level: "ov" }, organisation }],
    ["its own request and no installation", { csr: "x", wishes: { installations: [], methods: {} } }],
  ])("is taken with %s", (_case, changes) => {
    expect(newOrder({ ...sampleWish, ...changes }, TODAY, "customer").state.kind).toBe("draft");
  });
});

const twin = (names: readonly string[], includes = true) => withIncludedTwin(names.map(nameOf), includes);

describe("the twin that a product includes", () => {
  test("is put behind the names, for the first of them", () => {
    expect(twin(["example.com"])).toEqual(["example.com", "www.example.com"]);
    expect(twin(["www.example.com"])).toEqual(["www.example.com", "example.com"]);
    expect(twin(["example.com", "example.net"])).toEqual(["example.com", "example.net", "www.example.com"]);
  });

  test("is left out where it is there already, not included, or there is none", () => {
    expect(twin(["example.com", "www.example.com"])).toHaveLength(2);
    expect(twin(["example.com"], false)).toEqual(["example.com"]);
    expect(twin(["*.example.com"])).toEqual(["*.example.com"]);
    expect(twin(["shop.example.com"])).toEqual(["shop.example.com"]);
    expect(twin([])).toEqual([]);
  });
});
