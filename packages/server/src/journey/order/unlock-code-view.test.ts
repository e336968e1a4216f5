import { asId, type JournalEntry, type Order } from "@hostseal/core";
import { describe, expect, test } from "vitest";
import { toUnlockCodeView } from "./unlock-code-view.ts";

const AT = 1_800_000_000_000;

const orderWith = (key: string, installations: readonly unknown[] = []): Order =>
  ({ certificate: { enrolment: 2, key: { kind: key } }, wishes: { installations } }) as unknown as Order;

const given = (enrolment: number): JournalEntry => ({
  sequence: 1,
  at: AT,
  by: "customer",
  event: { kind: "key.handed-over", enrolment, ref: asId("ref") },
  previous: "",
  hash: "",
});

describe("the unlock code of an order", () => {
  test("is ready while the key is in the vault", () => {
    expect(toUnlockCodeView(orderWith("vault"), [given(1)])).toEqual({ kind: "ready" });
  });

  test("was used when this certificate's key was handed over, not when an earlier one's was", () => {
    expect(toUnlockCodeView(orderWith("customer"), [given(1), given(2)])).toEqual({ kind: "used", at: AT });
    expect(toUnlockCodeView(orderWith("customer"), [given(1)])).toEqual({ kind: "none" });
  });

  test("is not spoken of where the key goes onto its sites, or nothing is issued", () => {
    expect(toUnlockCodeView(orderWith("destroyed", [{}]), [])).toBeUndefined();
    expect(toUnlockCodeView({ wishes: { installations: [] } } as unknown as Order, [])).toBeUndefined();
  });
});
