import { DAY, HOUR, MINUTE } from "@hostseal/rules";
import { describe, expect, test } from "vitest";
import { failure } from "../errors/failure.ts";
import type { Setback } from "../orders/enrolment.ts";
import { TODAY, sampleActive } from "../orders/sample-order.fixture.ts";
import { setbackFrom, waitForSetback, whenItsTurn } from "./setbacks.ts";
import type { Step } from "./step.ts";

const submit: Step = { kind: "submit" };
const look: Step = { kind: "look-at-issuer" };
const unreachable = failure("issuer.unreachable", { issuer: "CA", because: "timeout" }, { evidence: "ETIMEDOUT" });

const after = (step: Step, before?: Setback, now = TODAY): Setback => setbackFrom(unreachable, step, { before, now });

const told = (retryAt?: number) =>
  setbackFrom(
    failure("issuer.rate-limited", { issuer: "CA", until: "later" }, { ...(retryAt !== undefined && { retryAt }) }),
    submit,
    { before: undefined, now: TODAY },
  ).nextTry;
expect(told(TODAY + 3 * HOUR)).toBe(TODAY + 3 * HOUR);

describe("a setback", () => {
  test("remembers what failed, why, and the other side's words", () => {
    expect(after(submit)).toEqual({
      step: "submit",
      code: "issuer.unreachable",
      parameters: { issuer: "CA", because: "timeout" },
      evidence: "ETIMEDOUT",
      since: TODAY,
      attempts: 1,
      nextTry: TODAY + MINUTE,
    });
  });

  test("is tried again ever more seldom, counted from the same beginning", () => {
    let setback: Setback | undefined;
    const pauses: number[] = [];
    for (let now = TODAY; pauses.length < 6; now = setback.nextTry) {
      setback = after(submit, setback, now);
      pauses.push(setback.nextTry - now);
      expect(setback.since).toBe(TODAY);
    }
    expect(pauses).toEqual([MINUTE, 10 * MINUTE, 100 * MINUTE, DAY, DAY, DAY]);
  });

  test("begins anew when another step fails, or the same step otherwise", () => {
    const third = { ...after(submit), attempts: 3, since: TODAY - DAY };
    expect(after(look, third)).toMatchObject({ attempts: 1, since: TODAY });
    const malformed = failure("issuer.malformed-answer", { issuer: "CA", because: "HTML" });
    expect(setbackFrom(malformed, submit, { before: third, now: TODAY })).toMatchObject({ attempts: 1, since: TODAY });
    expect(after(submit, third)).toMatchObject({ attempts: 4, since: TODAY - DAY });
  });

  test("waits as long as it was told, but never less than the first pause", () => {
    expect(told(TODAY - HOUR)).toBe(TODAY + MINUTE);
    expect(told()).toBe(TODAY + MINUTE);
  });

  test.each([
    ["somebody has to change something", failure("issuer.unauthorised", { issuer: "CA" })],
    ["it cannot succeed as it is", failure("issuer.rejected", { issuer: "CA", because: "no" })],
  ])("is looked at again once a day when %s", (_case, failed) => {
    expect(setbackFrom(failed, submit, { before: undefined, now: TODAY }).nextTry).toBe(TODAY + DAY);
  });

  test("is told with its words, who must act, and the moment of the next try", () => {
    expect(waitForSetback(after(submit))).toEqual({
      kind: "wait",
      reason: "step.failed",
      parameters: { problem: "CA does not answer: timeout.", fix: "Nothing to do: we try again by ourselves." },
      actor: "issuer",
      until: TODAY + MINUTE,
    });
  });
});

describe("a step whose line of work had a setback", () => {
  const order = sampleActive({ setbacks: { enrolment: after(submit) } });

  test("waits for the next try, to the millisecond, and so does every other step of that line", () => {
    expect(whenItsTurn(order, submit, TODAY + MINUTE - 1)).toMatchObject({ kind: "wait", reason: "step.failed" });
    expect(whenItsTurn(order, look, TODAY)).toMatchObject({ kind: "wait" });
    expect(whenItsTurn(order, submit, TODAY + MINUTE)).toEqual(submit);
  });

  test.each<Step>([
    { kind: "send-message", id: "m" },
    { kind: "revoke", reason: "superseded" },
    { kind: "read-advice" },
    { kind: "end", because: { kind: "expired" } },
    { kind: "finish-enrolment" },
  ])("holds up no other line: $kind", (step) => {
    expect(whenItsTurn(order, step, TODAY)).toEqual(step);
  });
});
