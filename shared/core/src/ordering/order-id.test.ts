import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { newOrderId } from "./order-id.ts";

test("order numbers are short, readable and never the same", () => {
  const ids = Array.from({ length: 1_000 }, () => newOrderId({ bytes: (count) => randomBytes(count) }));
  for (const id of ids) expect(id).toMatch(/^ord_[0-9a-hjkmnp-tv-z]{10}$/);
  expect(new Set(ids).size).toBe(ids.length);
});
