import { describe, expect, it } from "vitest";
import { issueFor, requestFor } from "../test/found-authority.ts";
import { serveFounded } from "../test/serve-founded.ts";

describe("the controls over HTTP", () => {
  it("do what the controls do", async () => {
    const subject = await serveFounded();
    const { ask, counter, authority } = subject;
    const { ref } = (await counter.place(await requestFor({ names: ["example.net"] }))).order;
    const issued = (await issueFor(subject, { names: ["example.com"] })).order.ref;

    const deeds: readonly [deed: string, body: unknown][] = [
      ["fail-name", { ref, name: "example.net", problem: "unreachable" }],
      ["pass-organisation", { ref }],
      ["reject-order", { ref, evidence: "on a list" }],
      ["recall", { ref: issued }],
      ["revoke", { ref: issued, reason: "superseded" }],
      ["report-key", { sha256: "00" }],
      ["set-balance", { partner: "partner", cents: 5 }],
      ["inject", { fault: { kind: "status", status: 503 }, times: 5 }],
      ["clear-faults", {}],
      ["inject", { fault: { kind: "rate-limited", seconds: 3, as: "date" }, path: "/nowhere" }],
      ["suspend", { partner: "stranger", suspended: true }],
    ];
    for (const [deed, body] of deeds) {
      expect(await ask("POST", `/control/${deed}`, { body }), deed).toMatchObject({ status: 204 });
    }

    expect(counter.look(ref).stage).toBe("rejected");
    expect(counter.look(issued).stage).toBe("revoked");
    expect((await ask("GET", "/v1/balance")).json).toMatchObject({ available: "0.05" });
    expect(() => authority.signIn("another-credential")).toThrow("suspended");
    expect((await ask("GET", "/control/orders")).json).toMatchObject({
      orders: [{ ref, certificates: 0 }, { ref: issued }],
    });
    expect((await ask("GET", "/control/entries")).json).toMatchObject({
      entries: [{ amount: 900 }, { amount: 900 }, {}],
    });
    expect((await ask("GET", "/control/mails")).json).toEqual({ mails: [] });
  });

  it.each([
    ["approve-mail", { ref: "SB0", name: "example.com" }, 404],
    ["revoke", { ref: "SB0", reason: "boredom" }, 422],
    ["inject", { fault: { kind: "earthquake" } }, 422],
    ["set-balance", {}, 422],
  ])("refuse %s with %o", async (deed, body, status) => {
    const { ask } = await serveFounded();
    expect(await ask("POST", `/control/${deed}`, { body })).toMatchObject({ status });
  });
});
