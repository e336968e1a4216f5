import type { Order } from "@hostseal/core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { placeOrder } from "../placed-order.ts";
import { openStage, type Stage } from "../stage.ts";
import type { Visitor } from "../visitor.ts";

const CSRF = /name="csrf" value="([^"]+)"/;

const tokenOf = async (visitor: Visitor): Promise<string> => CSRF.exec((await visitor.get("/sites")).html)?.[1] ?? "";

describe("a form that is sent to the app", () => {
  let stage: Stage;
  let order: Order;
  let owner: Visitor;
  beforeAll(async () => {
    stage = await openStage({ flies: false });
    order = await placeOrder(stage, { names: ["attic.example.com"], site: "attic" });
    owner = await stage.signedOn();
  }, 60_000);
  afterAll(async () => stage[Symbol.asyncDispose]());

  const FORMS = ["check-again", "reissue", "revoke", "cancel", "resend", "share", "archive", "unlock-code"];

  it.each(FORMS.map((form) => [form] as const))(
    "for %s changes nothing without its own session's token",
    async (form) => {
      const ofAnother = await tokenOf(await stage.signedOn());
      expect(ofAnother).not.toBe("");
      const before = await stage.world.store.get(order.id, { kind: "everything" });
      for (const csrf of ["", "forged", ofAnother]) {
        const { status } = await owner.post(`/orders/${order.id}/${form}`, {
          csrf,
          reason: "superseded",
          agreement: "yes",
        });
        expect(status).toBe(403);
      }
      expect(await stage.world.store.get(order.id, { kind: "everything" })).toEqual(before);
    },
  );

  it.each(["/sign-out", "/sites/look-again", "/sites/panel/shop/order"])("at %s is refused as well", async (path) => {
    await tokenOf(owner);
    expect((await owner.post(path, { csrf: "forged", names: "shop.example.com" })).status).toBe(403);
    expect((await owner.get("/sites")).status).toBe(200);
  });

  it("is taken with the token of its own page", async () => {
    const csrf = await tokenOf(owner);
    expect((await owner.post("/sites/look-again", { csrf })).status).toBe(303);
  });

  it("is not taken as two tokens at once", async () => {
    const csrf = await tokenOf(owner);
    expect((await owner.post("/sites/look-again", { csrf: [csrf, csrf] })).status).toBe(403);
  });
});
