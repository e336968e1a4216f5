import { describe, expect, test } from "vitest";
import { Failure, failure, isFailure, reasonOf } from "./failure.ts";

describe("a failure", () => {
  const cause = new TypeError("socket closed");
  const lost = failure("issuer.unreachable", { issuer: "Some CA", because: "timeout" }, { evidence: "raw", cause });

  test("says its sentence and its fix with the values put in", () => {
    expect(lost.message).toBe("Some CA does not answer: timeout.");
    expect(lost.fix).toBe("Nothing to do: we try again by ourselves.");
    expect(lost.name).toBe("Failure");
    expect(lost).toBeInstanceOf(Error);
  });

  test("keeps the other side's words and the cause beside it", () => {
    expect(lost.evidence).toBe("raw");
    expect(lost.cause).toBe(cause);
    expect(lost.message).not.toContain("raw");
  });

  test("knows its row, and when to try again if that was told", () => {
    expect(lost.row).toMatchObject({ actor: "issuer", retry: "soon", status: 503 });
    expect(lost.retryAt).toBeUndefined();
    const until = "2026-11-21T00:00:00Z";
    expect(failure("issuer.rate-limited", { issuer: "x", until }, { retryAt: 5 }).retryAt).toBe(5);
  });

  test("is told from other errors, and by its code from other failures", () => {
    expect(isFailure(lost)).toBe(true);
    expect(isFailure(lost, "issuer.unreachable")).toBe(true);
    expect(isFailure(lost, "issuer.funds")).toBe(false);
    expect(isFailure(cause)).toBe(false);
    expect(isFailure({ code: "issuer.unreachable" })).toBe(false);
    expect(isFailure(new Failure("order.unknown", { order: "x" }, {}), "order.unknown")).toBe(true);
  });

  test("gives a reason for anything that was thrown", () => {
    expect(reasonOf(cause)).toBe("socket closed");
    expect(reasonOf("plain text")).toBe("plain text");
    expect(reasonOf(undefined)).toBe("undefined");
  });
});
