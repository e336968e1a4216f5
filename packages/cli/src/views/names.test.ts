import { describe, expect, test } from "vitest";
import { BOOKS, SHOP } from "../../test/orders.ts";
import { toNamesText, toNameText, withReadableNames } from "./names.ts";

describe("names in text", () => {
  test("shows an international name in both its forms, and any other once", () => {
    expect(toNameText(BOOKS)).toBe("bücher.example.com (xn--bcher-kva.example.com)");
    expect(toNamesText([SHOP, BOOKS])).toBe("shop.example.com, bücher.example.com (xn--bcher-kva.example.com)");
  });

  test("makes the encoded form in a sentence readable", () => {
    expect(withReadableNames("xn--bcher-kva.example.com is ready", [BOOKS, SHOP])).toBe(
      "bücher.example.com (xn--bcher-kva.example.com) is ready",
    );
  });
});
