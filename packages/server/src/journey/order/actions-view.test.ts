import type { Order } from "@hostseal/core";
import { describe, expect, test } from "vitest";
import { vocabularyOf } from "../../words/vocabulary.ts";
import { toActionsView } from "./actions-view.ts";

const certificate = { key: { kind: "vault" } };

const orderIn = (kind: string, changes: object = {}): Order =>
  ({ state: { kind }, wishes: { installations: [] }, ...changes }) as unknown as Order;

const view = (order: Order) => toActionsView(order, vocabularyOf("en"));

describe("what can be done with an order", () => {
  test("is to cancel it as long as nothing is issued, and to revoke it from then on", () => {
    expect(view(orderIn("placed"))).toMatchObject({ canCancel: true, revocationReasons: [] });
    const active = view(orderIn("active", { certificate }));
    expect(active.canCancel).toBe(false);
    const reasons = active.revocationReasons.map(({ value }) => value);
    expect(reasons).toContain("keyCompromise");
    expect(reasons).not.toContain("certificateHold");
  });

  test("is to reissue it while it is active and nothing else is asked for", () => {
    expect(view(orderIn("active", { certificate })).canReissue).toBe(true);
    expect(view(orderIn("active", { certificate, request: { kind: "reissue" } })).canReissue).toBe(false);
    expect(view(orderIn("ended", { certificate })).canReissue).toBe(false);
  });

  test("is to fetch its key, or to bring another, only where we do not install it", () => {
    const onSite = { certificate, wishes: { installations: [{ host: "panel", site: "shop" }] } };
    expect(view(orderIn("active", { certificate }))).toMatchObject({ canArchive: true, canBringCsr: true });
    expect(view(orderIn("active", onSite))).toMatchObject({ canArchive: false, canBringCsr: false });
  });
});
