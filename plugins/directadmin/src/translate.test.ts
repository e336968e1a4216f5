import type { HttpAnswer } from "@hostseal/http";
import { describe, expect, it } from "vitest";
import { refusalIn } from "./api/refusal.ts";
import { toFailure } from "./translate.ts";

const answer = (status: number, text: string): HttpAnswer => ({
  kind: "answer",
  status,
  text,
  mediaType: "application/json",
  redact: (whole) => whole,
});

const told = (status: number, text: string, isCommand = true) => {
  const refusal = refusalIn(answer(status, text), isCommand);
  return refusal && toFailure(refusal, "panel");
};

describe("a refusal", () => {
  it.each([
    [
      409,
      '{"type":"TLS_CERTIFICATE_INVALID","message":"expired"}',
      "host.refused",
      "it does not take this certificate",
    ],
    [402, '{"type":"LICENSE_OVERUSED"}', "host.refused", "the licence of the panel is exceeded"],
    [403, '{"type":"LOGIN_ACCOUNT_DISABLED"}', "host.refused", "the account is suspended"],
    [430, '{"type":"LOGIN_KEY_BAD_CURRENT_PASSWORD"}', "host.refused", "its reason is LOGIN_KEY_BAD_CURRENT_PASSWORD"],
    [490, '{"type":"RATELIMIT_REACHED"}', "host.unreachable", "it answers RATELIMIT_REACHED"],
    [492, '{"type":"PRE_HOOK_ERROR","output":"not today"}', "host.refused", "a hook of the server's administrator"],
    [500, '{"type":"INTERNAL_ERROR"}', "host.unreachable", "it answers INTERNAL_ERROR"],
    [500, '{"error":"Cannot save","result":"disk full"}', "host.refused", 'it says "Cannot save: disk full"'],
    [200, '{"error":"1","text":"No such record","details":""}', "host.refused", 'it says "No such record"'],
    [404, "", "host.malformed-answer", "it answers with status 404"],
  ])("with status %d and %s is %s", (status, text, code, because) => {
    expect(told(status, text)).toMatchObject({ code });
    expect(told(status, text)?.message).toContain(because);
  });

  it.each([
    [200, '{"error":"0","text":"Saved"}'],
    [200, '{"error":0}'],
    [200, '{"success":"Saved","result":""}'],
    [200, '{"type":"TXT"}'],
    [500, "{}"],
    [502, "<html>"],
  ])("is none with status %d and %s", (status, text) => {
    expect(told(status, text)).toBeUndefined();
  });

  it("is no word of a file, whatever is in it", () => {
    expect(told(200, '{"error":"1"}', false)).toBeUndefined();
  });

  it("keeps a key that is echoed to itself, and long words short", () => {
    const key = "-----BEGIN PRIVATE KEY-----\\nc2VjcmV0\\n-----END PRIVATE KEY-----";
    const failed = told(200, `{"error":"1","text":"cannot read ${key} ${"x".repeat(500)}"}`);
    expect(`${failed?.message} ${failed?.evidence}`).not.toContain("c2VjcmV0");
    expect(failed?.message.length).toBeLessThan(300);
  });
});
