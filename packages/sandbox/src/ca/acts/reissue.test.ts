import { makeCsr, makeKey } from "@hostseal/pki";
import type { DomainName } from "@hostseal/rules";
import { DAY, fromIso } from "@hostseal/rules";
import { describe, expect, it } from "vitest";
import type { OrderRequest } from "./requests.ts";
import { foundAuthority, issueFor, leafOf, publishAll, requestFor, verdictsOf } from "../test/found-authority.ts";

const NAME = "example.com" as DomainName;

const again = (reference: string, names: readonly string[] = [NAME]): Promise<OrderRequest> =>
  requestFor({ names, reference });

describe("a reissue", () => {
  it("is issued at once by the proof that still serves, is free, and leaves the certificate before it alone", async () => {
    const founded = await foundAuthority();
    const { counter, clock } = founded;
    const first = await issueFor(founded, { names: [NAME], years: 2 });
    const balance = counter.balance();
    const old = leafOf(founded, first);
    clock.advance(100 * DAY);
    const second = await counter.reissue(first.order.ref, await again("second"));
    expect(second).toMatchObject({ stage: "active", charged: first.charged });
    expect(verdictsOf(second)).toMatchObject([{ kind: "proven", reused: true, at: first.at }]);
    expect(counter.balance()).toEqual(balance);
    expect(leafOf(founded, second, 1)).toEqual(old);
    expect(leafOf(founded, second, 2).notBefore).toBe(old.notBefore + 100 * DAY);
    expect(second.order.licence).toEqual(first.order.licence);
  });

  it("is the same for the same number", async () => {
    const founded = await foundAuthority();
    const { counter } = founded;
    const { order } = await issueFor(founded, { names: [NAME] });
    const request = await again("second");
    const views = await Promise.all([1, 2, 3].map(() => counter.reissue(order.ref, request)));
    expect(views.map((view) => view.order.generations.length)).toEqual([2, 2, 2]);
    expect(counter.find("second")?.order.ref).toBe(order.ref);
  });

  it("wants a fresh proof when the old one no longer serves", async () => {
    const founded = await foundAuthority();
    const first = await issueFor(founded, { names: [NAME], years: 2 });
    founded.clock.advance(199 * DAY);
    const second = await founded.counter.reissue(first.order.ref, await again("second"));
    expect(second.stage).toBe("awaiting-control");
    publishAll(founded, second);
    expect((await founded.counter.check(first.order.ref)).stage).toBe("active");
  });

  it("falls off the cliff of 2029: a proof of eleven days serves before it and not after", async () => {
    const founded = await foundAuthority({ today: fromIso("2029-03-03T12:00:00Z") });
    const first = await issueFor(founded, { names: [NAME] });
    founded.clock.advance(11 * DAY);
    const before = await founded.counter.reissue(first.order.ref, await again("before"));
    expect(before.stage).toBe("active");
    founded.clock.advance(DAY);
    const after = await founded.counter.reissue(first.order.ref, await again("after"));
    expect(after.stage).toBe("awaiting-control");
  });

  it("with a new key wants every name proven again where that is the authority's habit", async () => {
    const founded = await foundAuthority({ habits: { reuseWithNewKey: false } });
    const key = await makeKey("ec-p256");
    const csr = await makeCsr({ key, names: [NAME] });
    const { order } = await issueFor(founded, { names: [NAME], csr });
    const sameKey = await founded.counter.reissue(order.ref, { ...(await again("same key")), csr });
    expect(sameKey.stage).toBe("active");
    founded.clock.advance(DAY);
    const newKey = await founded.counter.reissue(order.ref, await again("new key"));
    expect(newKey.stage).toBe("awaiting-control");
    publishAll(founded, newKey);
    expect((await founded.counter.check(order.ref)).stage).toBe("active");
  });

  it("adds and drops names within what the product holds", async () => {
    const founded = await foundAuthority();
    const { counter } = founded;
    const { order } = await issueFor(founded, { names: [NAME, "old.example.net"], product: "sandbox-dv-multi" });
    const changed = await counter.reissue(order.ref, await again("changed", [NAME, "new.example.org"]));
    expect(verdictsOf(changed).map(({ kind }) => kind)).toEqual(["proven", "open"]);
    publishAll(founded, changed);
    const issued = await counter.check(order.ref);
    expect(leafOf(founded, issued, 2).names).toEqual([NAME, "new.example.org"]);
  });

  it("takes the place of one that is still under way", async () => {
    const founded = await foundAuthority();
    const { counter } = founded;
    const { order } = await counter.place(await requestFor({ names: [NAME] }));
    const second = await counter.reissue(order.ref, await again("second"));
    publishAll(founded, second);
    await counter.check(order.ref);
    expect(() => counter.collect(order.ref, 1)).toThrow(expect.objectContaining({ code: "not-issued" }));
    expect(counter.collect(order.ref, 2).generation).toBe(2);
  });

  it("is refused once the licence has ended, or was revoked", async () => {
    const founded = await foundAuthority();
    const { counter, clock } = founded;
    const revoked = await issueFor(founded, { names: [NAME], reference: "a" });
    await counter.revoke(revoked.order.ref, "superseded");
    const closed = { code: "order-closed", status: 409 };
    await expect(again("1").then((request) => counter.reissue(revoked.order.ref, request))).rejects.toMatchObject(
      closed,
    );
    const lapsed = await issueFor(founded, { names: [NAME], reference: "b" });
    clock.advance(366 * DAY);
    await expect(again("2").then((request) => counter.reissue(lapsed.order.ref, request))).rejects.toMatchObject(
      closed,
    );
    expect(counter.look(lapsed.order.ref).stage).toBe("lapsed");
  });
});
