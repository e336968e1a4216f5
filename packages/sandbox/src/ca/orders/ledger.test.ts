import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Refusal } from "../refusal.ts";
import { createLedger } from "./ledger.ts";

const movement = fc.record({
  kind: fc.constantFrom("charge", "refund"),
  order: fc.constantFrom("a", "b", "c", "d"),
  amount: fc.integer({ min: 1, max: 500 }),
});

describe("the ledger", () => {
  it("never falls below nothing, charges and refunds each order once at most, whatever is asked of it", () => {
    fc.assert(
      fc.property(fc.array(movement), (movements) => {
        const ledger = createLedger();
        ledger.setBalance("p", 1_000);
        for (const { kind, order, amount } of movements) {
          try {
            if (kind === "charge") ledger.charge({ partner: "p", order, amount, at: 0 });
            else ledger.refund(order, 0);
          } catch (thrown) {
            expect(thrown).toBeInstanceOf(Refusal);
          }
          expect(ledger.balance("p").amount).toBeGreaterThanOrEqual(0);
        }
        const entries = ledger.entries();
        for (const order of ["a", "b", "c", "d"]) {
          const own = entries.filter((entry) => entry.order === order).map((entry) => Math.sign(entry.amount));
          expect([[], [1], [1, -1]]).toContainEqual(own);
        }
        const spent = entries.reduce((sum, entry) => sum + entry.amount, 0);
        expect(ledger.balance("p").amount).toBe(1_000 - spent);
      }),
    );
  });

  it("keeps partners apart, and sets a balance to what is said", () => {
    const ledger = createLedger();
    ledger.setBalance("p", 1_000);
    ledger.charge({ partner: "p", order: "a", amount: 300, at: 0 });
    ledger.setBalance("p", 50);
    expect([ledger.balance("p").amount, ledger.balance("q").amount]).toEqual([50, 0]);
  });
});
