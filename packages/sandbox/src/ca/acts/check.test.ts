import type { CaaRecord, DomainName } from "@hostseal/rules";
import { DAY } from "@hostseal/rules";
import { describe, expect, it } from "vitest";
import type { CaOrder, Token } from "../orders/order.ts";
import { currentGeneration } from "../orders/order.ts";
import { toArtefact } from "../proofs/to-artefact.ts";
import { createSmallWeb } from "../test/small-web.ts";
import { foundAuthority, issueFor, publishAll, requestFor, verdictsOf } from "../test/found-authority.ts";

const caa = (tag: string, value: string): CaaRecord => ({ flags: 0, tag, value });

/** The token its names share. */
const tokenOf = (order: CaOrder): Token => {
  const [first] = currentGeneration(order).cases;
  if (!first) throw new Error("an order without names");
  return first.token;
};

describe("checking proofs", () => {
  it.each(["dns-txt", "dns-cname", "file"] as const)("accepts %s where it was asked for", async (method) => {
    const founded = await foundAuthority();
    const issued = await issueFor(founded, { names: ["example.com"], by: { method } });
    expect(verdictsOf(issued)).toMatchObject([{ kind: "proven", method, domain: "example.com", reused: false }]);
    expect(issued.stage).toBe("active");
  });

  it("keeps what was expected and what was seen of a proof that is wrong", async () => {
    const { counter, web } = await foundAuthority();
    const { order } = await counter.place(await requestFor({ names: ["example.com"] }));
    const { label } = tokenOf(order);
    web.records.set(`${label}.example.com TXT`, ["yesterday's value"]);
    expect(verdictsOf(await counter.check(order.ref))).toMatchObject([
      { kind: "refused", problem: "wrong-value", sight: { actual: "yesterday's value" } },
    ]);
  });

  it("takes a record at the base domain for every name below it", async () => {
    const { counter, web } = await foundAuthority();
    const names = ["a.b.example.com", "*.c.example.com"];
    const { order } = await counter.place(await requestFor({ names }));
    const { label, value } = tokenOf(order);
    web.records.set(`${label}.example.com TXT`, [value]);
    const issued = await counter.check(order.ref);
    expect(issued.stage).toBe("active");
    expect(verdictsOf(issued)).toMatchObject([{ domain: "example.com" }, { domain: "example.com" }]);
  });

  it("takes a file for its own host only", async () => {
    const founded = await foundAuthority();
    const { counter, web } = founded;
    const request = await requestFor({ names: ["example.com", "www.example.com"], by: { method: "file" } });
    const placed = await counter.place(request);
    web.publish(toArtefact("example.com" as DomainName, { method: "file" }, tokenOf(placed.order)));
    const checked = await counter.check(placed.order.ref);
    expect(verdictsOf(checked).map(({ kind }) => kind)).toEqual(["proven", "refused"]);
    publishAll(founded, placed);
    expect((await counter.check(placed.order.ref)).stage).toBe("active");
  });

  it("refuses a token that has grown too old, and gives a fresh one when the method is chosen again", async () => {
    const founded = await foundAuthority({ habits: { pollWaits: [] } });
    const { counter, clock } = founded;
    const placed = await counter.place(await requestFor({ names: ["example.com"] }));
    publishAll(founded, placed);
    clock.advance(30 * DAY);
    expect(verdictsOf(await counter.check(placed.order.ref))).toMatchObject([{ problem: "link-expired" }]);
    const chosen = await counter.chooseMethod(placed.order.ref, "example.com", { method: "dns-txt" });
    publishAll(founded, chosen);
    expect((await counter.check(placed.order.ref)).stage).toBe("active");
  });

  it("wants the other perspectives to see it too", async () => {
    const elsewhere = createSmallWeb();
    const perspectives = ["a", "b"].map((name) => ({ name, probe: elsewhere.probe }));
    const founded = await foundAuthority({ perspectives });
    const checked = await issueFor(founded, { names: ["example.com"] });
    expect(verdictsOf(checked)).toMatchObject([{ problem: "perspectives-disagree" }]);
    for (const { artefact } of currentGeneration(checked.order).cases) elsewhere.publish(artefact);
    expect((await founded.counter.check(checked.order.ref)).stage).toBe("active");
  });
});

describe("CAA", () => {
  it.each([
    ["another issuer", [caa("issue", "letsencrypt.org")]],
    ["nobody", [caa("issue", ";")]],
  ])("that permits %s stops the issue and names the record to add", async (_who, records) => {
    const founded = await foundAuthority();
    founded.web.caa.set("example.com", records);
    const stopped = await issueFor(founded, { names: ["example.com"] });
    expect(stopped.stage).toBe("awaiting-control");
    expect(verdictsOf(stopped)).toMatchObject([
      { problem: "caa-forbids", sight: { expected: 'example.com CAA 0 issue "sectigo.com"' } },
    ]);
    founded.web.caa.set("example.com", [...records, caa("issue", "sectigo.com")]);
    expect((await founded.counter.check(stopped.order.ref)).stage).toBe("active");
  });

  it.each([
    ["bogus", "dnssec-bogus"],
    ["servfail", "dns-failure"],
    ["timeout", "dns-failure"],
  ] as const)("that cannot be looked up (%s) is no permission", async (because, problem) => {
    const founded = await foundAuthority();
    founded.web.broken.set("example.com", because);
    const stopped = await issueFor(founded, { names: ["example.com"], by: { method: "file" } });
    expect(verdictsOf(stopped)).toMatchObject([{ problem }]);
  });

  it("is asked from the other perspectives too", async () => {
    const elsewhere = createSmallWeb();
    const founded = await foundAuthority({ perspectives: [{ name: "a", probe: elsewhere.probe }] });
    elsewhere.caa.set("example.com", [caa("issue", "letsencrypt.org")]);
    const placed = await founded.counter.place(await requestFor({ names: ["example.com"] }));
    publishAll(founded, placed);
    for (const { artefact } of currentGeneration(placed.order).cases) elsewhere.publish(artefact);
    const stopped = await founded.counter.check(placed.order.ref);
    expect(verdictsOf(stopped)).toMatchObject([{ problem: "perspectives-disagree" }]);
  });

  it("is asked again for a reissue, though the name is proven", async () => {
    const founded = await foundAuthority();
    const first = await issueFor(founded, { names: ["example.com"] });
    founded.web.caa.set("example.com", [caa("issue", ";")]);
    const request = await requestFor({ names: ["example.com"], reference: "again" });
    const second = await founded.counter.reissue(first.order.ref, request);
    expect(verdictsOf(second)).toMatchObject([{ problem: "caa-forbids" }]);
  });
});
