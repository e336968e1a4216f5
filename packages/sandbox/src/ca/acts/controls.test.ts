import { DAY } from "@hostseal/rules";
import { describe, expect, it } from "vitest";
import { foundAuthority, issueFor, leafOf, publishAll, requestFor, verdictsOf } from "../test/found-authority.ts";

const placed = async () => {
  const founded = await foundAuthority();
  const { order } = await founded.counter.place(await requestFor({ names: ["example.com"] }));
  return { ...founded, founded, ref: order.ref };
};

describe("the controls", () => {
  it("find against a name until the next look", async () => {
    const { founded, counter, authority, ref } = await placed();
    publishAll(founded, counter.look(ref));
    await authority.controls.failName(ref, "example.com", "perspectives-disagree");
    expect(verdictsOf(counter.look(ref))).toMatchObject([{ problem: "perspectives-disagree" }]);
    expect((await counter.check(ref)).stage).toBe("active");
  });

  it("reject an order, with the money back", async () => {
    const { counter, authority, ref } = await placed();
    await authority.controls.rejectOrder(ref, "on a list of sanctions");
    expect(counter.look(ref)).toMatchObject({ stage: "rejected", charged: { amount: 0 } });
    expect(counter.balance().amount).toBe(100_000);
  });

  it("recall a certificate: the advised window lies in the past, and the next certificate is advised as usual", async () => {
    const founded = await foundAuthority();
    const { counter, clock, authority } = founded;
    const issued = await issueFor(founded, { names: ["example.com"] });
    const { notBefore, notAfter } = leafOf(founded, issued);
    const usual = counter.renewalWindow(issued.order.ref);
    const twoThirds = notBefore + ((notAfter - notBefore) * 2) / 3;
    expect(usual?.start).toBeLessThan(twoThirds);
    expect(usual?.end).toBeGreaterThan(twoThirds);
    clock.advance(DAY);
    await authority.controls.recall(issued.order.ref);
    expect(counter.renewalWindow(issued.order.ref)?.end).toBe(clock.now());
    await counter.reissue(issued.order.ref, await requestFor({ names: ["example.com"], reference: "2" }));
    expect(counter.renewalWindow(issued.order.ref)?.start).toBeGreaterThan(clock.now());
  });

  it("revoke from the authority's side", async () => {
    const founded = await foundAuthority();
    const { order } = await issueFor(founded, { names: ["example.com"] });
    await founded.authority.controls.revoke(order.ref, "keyCompromise");
    expect(founded.counter.look(order.ref).stage).toBe("revoked");
    expect(founded.counter.renewalWindow(order.ref)).toBeUndefined();
  });

  it("suspend a partner and take it back", async () => {
    const { authority } = await placed();
    authority.controls.suspend("stranger", true);
    expect(() => authority.signIn("another-credential")).toThrow(expect.objectContaining({ status: 403 }));
    authority.controls.suspend("stranger", false);
    expect(authority.signIn("another-credential").balance().amount).toBe(100_000);
  });

  it("know no order that does not exist", async () => {
    const { authority } = await placed();
    await expect(authority.controls.passOrganisation("SB0")).rejects.toMatchObject({ code: "order-unknown" });
  });
});
