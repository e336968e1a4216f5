import { expect, test } from "vitest";
import { aProduct } from "../../test/orders.ts";
import { toProductTable } from "./product-table.ts";

test("a product says what it holds, for how long and at which price", () => {
  const single = aProduct({ code: "one", maxNames: 1, wildcard: false, includesWwwTwin: false, years: [1] });
  expect(toProductTable([aProduct(), single])).toEqual([
    "Code  Product             Level  Holds                                    Years   A year    Further name",
    "dv    Domain certificate  DV     up to 10 names, wildcards, www included  1 to 5  9.00 EUR  3.00 EUR",
    "one   Domain certificate  DV     one name                                 1       9.00 EUR",
  ]);
});
