import { describe, expect, it } from "vitest";
import { refusalFailure } from "./refusal-failure.ts";
import { REFUSALS, WRONG_STATES } from "./words.ts";

const asking = { issuer: "sandbox", ref: "SB1", now: 0 };

const answering = (status: number, body: unknown) => ({
  kind: "answer" as const,
  mediaType: "application/json",
  status,
  text: typeof body === "string" ? body : JSON.stringify(body),
  redact: (text: string) => text,
});

const failureOf = (status: number, body: unknown) => refusalFailure(answering(status, body), asking);

describe("a refusal", () => {
  it.each([...REFUSALS])("with the code %s is told as: %s", (code, because) => {
    const failed = failureOf(422, { error: { code, message: "raw words" } });
    expect(failed).toMatchObject({ code: "issuer.rejected", parameters: { because } });
    expect(failed?.evidence).toContain("raw words");
    expect(failed?.message).not.toContain("raw words");
  });

  it.each([...WRONG_STATES])("with the code %s is a matter of the state: %s", (code, because) => {
    expect(failureOf(409, { error: { code } })).toMatchObject({ code: "issuer.wrong-state", parameters: { because } });
  });

  it("is told by its code, not by the status around it", () => {
    expect(failureOf(404, { error: { code: "validation_unknown" } })).toMatchObject({ code: "issuer.rejected" });
    expect(failureOf(200, { error: { code: "csr_invalid" } })).toMatchObject({ code: "issuer.rejected" });
  });

  it("with an unknown code is told by its status", () => {
    expect(failureOf(402, { error: { code: "funds_short" } })).toMatchObject({ code: "issuer.funds" });
    expect(failureOf(404, { error: { code: "order_unknown" } })).toMatchObject({ code: "issuer.order-unknown" });
    expect(failureOf(200, { error: { code: "internal_fault" } })).toMatchObject({ code: "issuer.malformed-answer" });
  });

  it("is not seen in an answer that is none", () => {
    expect(failureOf(200, { orders: [] })).toBeUndefined();
    expect(failureOf(204, "")).toBeUndefined();
  });
});
