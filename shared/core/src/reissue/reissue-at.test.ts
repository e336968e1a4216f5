import { DAY, HOUR, reissueSchedule } from "@hostseal/rules";
import type { Instant } from "@hostseal/rules";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { LiveCertificate } from "../orders/order.ts";
import { TODAY, sampleActive, sampleCertificate, sampleProof } from "../orders/sample-order.fixture.ts";
import { reissueAt } from "./reissue-at.ts";

const lasting = (days: number, changes: Partial<LiveCertificate> = {}): LiveCertificate =>
  sampleCertificate({ notAfter: TODAY + days * DAY - 1000, ...changes });

const advised = (start: Instant, end: Instant) => ({ at: TODAY, window: { start, end } });

const ending = (end: Instant) => sampleActive({ licence: { start: TODAY, end } });

describe("the moment of a reissue", () => {
  const order = sampleActive();
  const lifetime = fc.integer({ min: 3, max: 398 });
  const serial = fc.bigInt({ min: 1n, max: 2n ** 120n }).map((number) => number.toString(16));

  test("without advice is at two thirds of the life, give or take a hundredth", () => {
    for (const days of [46, 99, 199]) {
      for (const one of ["01", "7f", "c3d4", "ffffff"]) {
        const at = reissueAt(order, lasting(days, { serial: one })) ?? 0;
        expect((at - TODAY) / (days * DAY)).toBeGreaterThanOrEqual(2 / 3 - 0.0101);
        expect((at - TODAY) / (days * DAY)).toBeLessThanOrEqual(2 / 3 + 0.0101);
      }
    }
  });

  test("is spread over the whole width, so that many orders do not come at once", () => {
    const parts = Array.from({ length: 500 }, (_, index) => {
      const at = reissueAt(order, lasting(100, { serial: `serial-${index}` })) ?? 0;
      return (at - TODAY) / (100 * DAY) - 2 / 3;
    });
    expect(Math.min(...parts)).toBeLessThan(-0.009);
    expect(Math.max(...parts)).toBeGreaterThan(0.009);
    expect(new Set(parts).size).toBeGreaterThan(490);
  });

  test("is never later than the safety margin, never before the certificate, and always the same", () => {
    const start = fc.integer({ min: -500, max: 500 });
    const window = fc.option(fc.record({ start, hours: fc.integer({ min: 0, max: 500 }) }), { nil: undefined });
    fc.assert(
      fc.property(lifetime, serial, window, fc.boolean(), (days, one, given, byHand) => {
        const certificate = lasting(days, { serial: one });
        const advice = given && advised(TODAY + given.start * DAY, TODAY + given.start * DAY + given.hours * HOUR);
        const proof = sampleProof({ byHand, reuseUntil: TODAY });
        const asked = () => reissueAt({ ...order, completed: [proof] }, certificate, advice) ?? Number.NaN;
        const { safetyMarginDays } = reissueSchedule({ lifetimeDays: days });
        expect(asked()).toBe(asked());
        expect(asked()).toBeLessThanOrEqual(certificate.notAfter - safetyMarginDays * DAY);
        if (advice === undefined) expect(asked()).toBeGreaterThan(certificate.notBefore + (days * DAY) / 3);
      }),
    );
  });

  test("lies inside the window that the issuer advises, at another point for another certificate", () => {
    const window = advised(TODAY + 20 * DAY, TODAY + 30 * DAY);
    const moments = ["01", "02", "03", "04"].map((one) => reissueAt(order, lasting(199, { serial: one }), window) ?? 0);
    for (const at of moments) {
      expect(at).toBeGreaterThanOrEqual(window.window.start);
      expect(at).toBeLessThan(window.window.end);
    }
    expect(new Set(moments).size).toBe(moments.length);
  });

  test("has come when the advised window is over, as after an incident at the issuer", () => {
    const window = advised(TODAY - 10 * DAY, TODAY - 9 * DAY);
    const issuedBefore = lasting(199, { notBefore: TODAY - 30 * DAY });
    expect(reissueAt(order, issuedBefore, window)).toBeLessThan(TODAY);
  });

  test("does not follow advice that its certificate has followed already", () => {
    const window = advised(TODAY - DAY, TODAY + DAY);
    expect(reissueAt(order, lasting(199), window)).toBe(reissueAt(order, lasting(199)));
  });

  test("does not follow advice beyond the safety margin", () => {
    const certificate = lasting(199);
    const { safetyMarginDays } = reissueSchedule({ lifetimeDays: 199 });
    const late = advised(certificate.notAfter - DAY, certificate.notAfter);
    expect(reissueAt(order, certificate, late)).toBe(certificate.notAfter - safetyMarginDays * DAY);
  });

  test("goes by the life when the issuer was asked and gave no window", () => {
    expect(reissueAt(order, lasting(199), { at: TODAY })).toBe(reissueAt(order, lasting(199)));
  });

  test("leaves a person time, when one of the proofs must be renewed by hand", () => {
    const certificate = lasting(30, { serial: "late" });
    const { safetyMarginDays, manualLeadDays } = reissueSchedule({ lifetimeDays: 30 });
    const stale = { ...order, completed: [sampleProof(), sampleProof({ byHand: true, reuseUntil: TODAY + DAY })] };
    const lasts = { ...order, completed: [sampleProof({ byHand: true, reuseUntil: TODAY + 30 * DAY })] };
    const latest = certificate.notAfter - (safetyMarginDays + manualLeadDays) * DAY;
    expect(reissueAt(stale, certificate)).toBe(latest);
    expect(reissueAt(lasts, certificate)).toBe(reissueAt(order, certificate));
    expect(reissueAt(order, certificate)).toBeGreaterThan(latest);
  });

  test("never comes when the licence ends with the certificate, to the second", () => {
    const certificate = lasting(199);
    expect(reissueAt(ending(certificate.notAfter - DAY), certificate)).toBeUndefined();
    expect(reissueAt(ending(certificate.notAfter), certificate)).toBeUndefined();
    expect(reissueAt(ending(certificate.notAfter + 1000), certificate)).toBeUndefined();
    expect(reissueAt(ending(certificate.notAfter + 1001), certificate)).toBeDefined();
  });

  test("comes for a licence of which nobody knows the end", () => {
    const { licence: _unknown, ...endless } = order;
    expect(reissueAt(endless, lasting(199))).toBe(reissueAt(order, lasting(199)));
  });
});
