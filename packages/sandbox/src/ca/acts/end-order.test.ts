import { describe, expect, it } from "vitest";
import { makeCsr, makeKey } from "@hostseal/pki";
import type { DomainName } from "@hostseal/rules";
import { foundAuthority, issueFor, requestFor } from "../test/found-authority.ts";

describe("cancelling", () => {
  it("gives all the money back before the first certificate, however often", async () => {
    const { counter } = await foundAuthority();
    const { order } = await counter.place(await requestFor({ names: ["example.com"] }));
    await counter.cancel(order.ref);
    const view = await counter.cancel(order.ref);
    expect(view).toMatchObject({ stage: "cancelled", charged: { amount: 0 } });
    expect(counter.balance().amount).toBe(100_000);
  });

  it("is refused afterwards, and no money comes back", async () => {
    const founded = await foundAuthority();
    const { counter } = founded;
    const { order } = await issueFor(founded, { names: ["example.com"] });
    await expect(counter.cancel(order.ref)).rejects.toMatchObject({ code: "already-issued", status: 409 });
    expect(counter.balance().amount).toBe(100_000 - 900);
  });

  it("ends the order for good", async () => {
    const { counter } = await foundAuthority();
    const { order } = await counter.place(await requestFor({ names: ["example.com"] }));
    await counter.cancel(order.ref);
    await expect(counter.check(order.ref)).rejects.toMatchObject({ code: "order-closed" });
    await expect(counter.revoke(order.ref, "unspecified")).rejects.toMatchObject({ code: "order-closed" });
  });
});

describe("revoking", () => {
  it("ends the order, however often it is asked", async () => {
    const founded = await foundAuthority();
    const { counter } = founded;
    const { order } = await issueFor(founded, { names: ["example.com"] });
    await counter.revoke(order.ref, "cessationOfOperation");
    expect((await counter.revoke(order.ref, "superseded")).order.ending).toMatchObject({
      reason: "cessationOfOperation",
    });
  });

  it("knows no reason that is the authority's own, nor a hold", async () => {
    const founded = await foundAuthority();
    const { order } = await issueFor(founded, { names: ["example.com"] });
    for (const reason of ["privilegeWithdrawn", "certificateHold"] as const) {
      await expect(founded.counter.revoke(order.ref, reason)).rejects.toMatchObject({ code: "reason-refused" });
    }
  });

  it("needs a certificate", async () => {
    const { counter } = await foundAuthority();
    const { order } = await counter.place(await requestFor({ names: ["example.com"] }));
    await expect(counter.revoke(order.ref, "unspecified")).rejects.toMatchObject({ code: "not-issued" });
  });

  it("for a compromised key keeps that key out for ever", async () => {
    const founded = await foundAuthority();
    const { counter, authority } = founded;
    const csr = await makeCsr({ key: await makeKey("ec-p256"), names: ["example.com" as DomainName] });
    const { order } = await issueFor(founded, { names: ["example.com"], csr });
    await counter.revoke(order.ref, "keyCompromise");
    const stranger = authority.signIn("another-credential");
    const placing = stranger.place(await requestFor({ names: ["example.com"], csr }));
    await expect(placing).rejects.toMatchObject({ code: "key-compromised" });
  });
});
