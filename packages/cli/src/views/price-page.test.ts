import { expect, test } from "vitest";
import { aDraft, aProduct, BOOKS, SHOP } from "../../test/orders.ts";
import { plainPaint } from "./paint.ts";
import { toPricePage } from "./price-page.ts";

test("before money is spent a person reads names, methods, price, balance and the word about refunds", () => {
  const order = aDraft({
    names: [SHOP, BOOKS],
    wishes: { installations: [], methods: { [SHOP]: { method: "file" } } },
  });
  expect(toPricePage(order, { amount: 5000, currency: "EUR" }, plainPaint)).toEqual([
    "Please check:",
    "  Names",
    "    shop.example.com, validated by a file on the site",
    "    bücher.example.com (xn--bcher-kva.example.com)",
    "  Product       Domain certificate; a licence of 2 year(s), with every reissue in it free",
    "  Price         24.00 EUR; balance 50.00 EUR, afterwards 26.00 EUR",
    "  Installed on  nothing; you install it by hand",
    "  After issue there is no refund.",
  ]);
});

test("an issuer without a balance shows none", () => {
  expect(toPricePage(aDraft({ product: aProduct() }), undefined, plainPaint)).toContain("  Price         18.00 EUR");
});
