import { describe, expect, test } from "vitest";
import { aDraft, anActiveOrder, AT_REST, aWait, START } from "../../test/orders.ts";
import { toStateWord } from "./state-word.ts";

describe("the word for how an order stands", () => {
  test.each([
    ["Blocked before ordering", aDraft(), aWait("draft.blocked", "customer")],
    ["Waiting for you", aDraft(), aWait("proof.mail", "customer")],
    ["Waiting for the CA", aDraft(), aWait("issuer.issuing", "issuer")],
    ["Active", anActiveOrder(), aWait("licence.running", "hostseal")],
    ["Active, licence ends soon", anActiveOrder(), aWait("licence.ending", "customer")],
    ["Attention: not served", anActiveOrder(), aWait("site.not-served", "operator")],
    ["Failed, old certificate still live", anActiveOrder(), aWait("step.failed", "operator")],
    ["Failed, tried again", aDraft(), aWait("step.failed", "hostseal")],
    ["Being examined", aDraft(), AT_REST],
  ])("is %s", (word, order, decision) => {
    expect(toStateWord(order, decision)).toBe(word);
  });

  test.each([
    ["Expired", { kind: "expired" } as const],
    ["Cancelled, money back", { kind: "refunded" } as const],
    ["Revoked", { kind: "revoked", reason: "superseded" } as const],
    ["Refused by the certificate authority", { kind: "rejected", evidence: "no" } as const],
  ])("is %s after the end", (word, because) => {
    expect(toStateWord(anActiveOrder({ state: { kind: "ended", at: START, because } }), AT_REST)).toBe(word);
  });
});
