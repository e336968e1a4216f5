import { buildChain } from "@hostseal/pki";
import type { Fault } from "@hostseal/sandbox";
import { describe, expect, it } from "vitest";
import { issuedOrder, requestFor } from "./issuer-check.ts";
import { openSandboxSubject } from "./issuer-sandbox-subject.ts";

/** An issued order whose next answer is spoiled. */
const spoiled = async (fault: Fault) => {
  const subject = await openSandboxSubject();
  const request = await requestFor(subject, { key: "reissue-1" });
  const { ref } = await issuedOrder(subject);
  subject.authority.controls.inject({ fault });
  return { ...subject, ref, request };
};

describe("the sandbox driver, when the authority has a bad day,", () => {
  it.each(["crlf-pem", "wrong-order", "duplicate-intermediate"] as const)(
    "still brings a certificate whose chain can be built: %s",
    async (kind) => {
      const { issuer, ref, roots, now } = await spoiled({ kind });
      const { leaf, intermediates } = await issuer.collect(ref, 1);
      expect(buildChain({ leaf, intermediates, roots, at: now() }).kind).toBe("complete");
    },
  );

  it("does not take half a certificate for one", async () => {
    const { issuer, ref } = await spoiled({ kind: "truncated-pem" });
    await expect(issuer.collect(ref, 1)).rejects.toMatchObject({ code: "issuer.malformed-answer" });
  });

  it("passes on what it is told when a status goes back, and the truth at the next look", async () => {
    const { issuer, ref } = await spoiled({ kind: "status-regress" });
    expect((await issuer.look(ref)).status.kind).toBe("awaiting-validation");
    expect((await issuer.look(ref)).status.kind).toBe("issued");
  });

  it.each([
    [{ kind: "html" }, "issuer.malformed-answer"],
    [{ kind: "half-json" }, "issuer.malformed-answer"],
    [{ kind: "empty" }, "issuer.malformed-answer"],
    [{ kind: "error-in-200" }, "issuer.malformed-answer"],
    [{ kind: "status", status: 503 }, "issuer.unreachable"],
    [{ kind: "rate-limited", seconds: 60, as: "date" }, "issuer.rate-limited"],
  ] as const)("fails as the table says: %o", async (fault, code) => {
    const { issuer, ref } = await spoiled(fault);
    await expect(issuer.look(ref)).rejects.toMatchObject({ code });
    expect((await issuer.look(ref)).status.kind).toBe("issued");
  });

  it.each([
    [{ kind: "answer-lost" }, 2],
    [{ kind: "slow", milliseconds: 400 }, 2],
    [{ kind: "status", status: 500 }, 1],
  ] as const)(
    "calls a reissue lost whose answer does not come, whatever became of it: %o",
    async (fault, generation) => {
      const { issuerAt, url, issuer, ref, request } = await spoiled(fault);
      await expect(issuerAt(url, 200).reissue(ref, request)).rejects.toMatchObject({ code: "issuer.answer-lost" });
      expect((await issuer.look(ref)).generation).toBe(generation);
      expect((await issuer.reissue(ref, request)).generation).toBe(2);
    },
  );
});
