import {
  BRANDS,
  DAY,
  LEVELS,
  METHODS,
  fromIso,
  latestNotAfter,
  maximumValidity,
  practisedValidity,
} from "@hostseal/rules";
import type { Brand, Level, Method } from "@hostseal/rules";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Order } from "../orders/order.ts";
import {
  TODAY,
  nameOf,
  sampleActive,
  sampleCertificate,
  sampleProduct,
  sampleProof,
} from "../orders/sample-order.fixture.ts";
import type { Forecast } from "./forecast.ts";
import { forecast } from "./forecast.ts";
import { reissueAt } from "./reissue-at.ts";
import { servesUntil } from "./serves-until.ts";

type Reissue = Extract<Forecast, { kind: "reissue" }>;

const reissuesOf = (events: readonly Forecast[]): readonly Reissue[] =>
  events.flatMap((event) => (event.kind === "reissue" ? [event] : []));

type Practice = { readonly brand: Brand; readonly level: Level; readonly method: Method; readonly byHand: boolean };

/** An order of this brand, just proven, as its issuer would have issued it. */
const begun = ({ brand, level, method, byHand }: Practice, start: number, years: number): Order => {
  const licence = { start, end: start + years * 365 * DAY };
  const notAfter = Math.min(latestNotAfter(start, practisedValidity({ brand, at: start }).days), licence.end);
  return sampleActive({
    product: { ...sampleProduct, brand, level },
    licence,
    certificate: sampleCertificate({ notBefore: start, notAfter }),
    completed: [
      sampleProof({ method, at: start, byHand, reuseUntil: servesUntil({ brand, level, method, validatedAt: start }) }),
    ],
  });
};

const practice: fc.Arbitrary<Practice> = fc.record({
  brand: fc.constantFrom(...BRANDS),
  level: fc.constantFrom(...LEVELS),
  method: fc.constantFrom(...METHODS),
  byHand: fc.boolean(),
});

describe("a forecast", () => {
  const start = fc.integer({ min: 0, max: 4 * 365 }).map((days) => fromIso("2026-03-15") + days * DAY);

  test("of any order ends with its licence, without a gap, and within the rules of each day", () => {
    fc.assert(
      fc.property(practice, start, fc.integer({ min: 1, max: 5 }), (kind, at, years) => {
        const order = begun(kind, at, years);
        const events = forecast(order, at);
        expect(events.at(-1)).toEqual({ kind: "licence-end", at: order.licence?.end });
        expect(events.map((event) => event.at)).toEqual(
          events.map((event) => event.at).sort((left, right) => left - right),
        );
        let covered = order.certificate?.notAfter ?? 0;
        for (const reissue of reissuesOf(events)) {
          expect(reissue.at).toBeLessThan(covered);
          expect(reissue.notAfter).toBeGreaterThan(covered);
          expect(reissue.notAfter).toBeLessThanOrEqual(latestNotAfter(reissue.at, maximumValidity(reissue.at).days));
          covered = reissue.notAfter;
        }
        expect(covered).toBeGreaterThanOrEqual((order.licence?.end ?? 0) - 1000);
      }),
    );
  });

  test("names a validation for every reissue at which the last one may serve no more, and for no other", () => {
    fc.assert(
      fc.property(practice, start, (kind, at) => {
        const order = begun(kind, at, 5);
        let until = order.completed[0]?.reuseUntil ?? 0;
        for (const reissue of reissuesOf(forecast(order, at))) {
          const isStale = until < reissue.at;
          expect(reissue.revalidate).toEqual(isStale ? [nameOf("shop.example.com")] : []);
          expect(reissue.byHand).toEqual(isStale && kind.byHand ? [nameOf("shop.example.com")] : []);
          if (isStale) until = servesUntil({ ...kind, validatedAt: reissue.at });
        }
      }),
    );
  });

  test("lets a proof serve at the last instant of its reuse, and not a second later", () => {
    const order = begun({ brand: "sandbox", level: "dv", method: "dns-txt", byHand: false }, TODAY, 1);
    const at = reissuesOf(forecast(order, TODAY))[0]?.at ?? 0;
    const shown = (reuseUntil: number) =>
      reissuesOf(forecast({ ...order, completed: [sampleProof({ reuseUntil })] }, TODAY))
        .slice(0, 2)
        .map(({ revalidate }) => revalidate.length);
    expect(shown(at)).toEqual([0, 1]);
    expect(shown(at - 1000)).toEqual([1, 0]);
  });

  test("of five years from today knows the steps to 100 and 47 days", () => {
    const reissues = reissuesOf(
      forecast(begun({ brand: "sandbox", level: "dv", method: "dns-txt", byHand: false }, TODAY, 5), TODAY),
    );
    const lengths = reissues.map(({ at, notAfter }) => ({ at, days: Math.round((notAfter - at) / DAY) }));
    for (const { at, days } of lengths.slice(0, -1))
      expect(days).toBe(at < fromIso("2027-03-15") ? 199 : at < fromIso("2029-03-15") ? 99 : 46);
    expect(reissues.length).toBeGreaterThan(35);
    expect(reissues.filter(({ revalidate }) => revalidate.length > 0).length).toBeGreaterThan(25);
  });

  test("begins with the reissue that will really be made, also when the issuer has given advice", () => {
    const order = begun({ brand: "sandbox", level: "dv", method: "dns-txt", byHand: false }, TODAY, 5);
    const certificate = sampleCertificate({
      advice: { at: TODAY, window: { start: TODAY + 9 * DAY, end: TODAY + 10 * DAY } },
    });
    const advised = { ...order, certificate };
    expect(reissuesOf(forecast(order, TODAY))[0]?.at).toBe(order.certificate && reissueAt(order, order.certificate));
    expect(reissuesOf(forecast(advised, TODAY))[0]?.at).toBe(reissueAt(advised, certificate, certificate.advice));
  });

  test("holds the reminders that are still to come", () => {
    const order = begun({ brand: "sandbox", level: "dv", method: "dns-txt", byHand: false }, TODAY, 1);
    const days = (now: number) =>
      forecast(order, now).flatMap((event) => (event.kind === "reminder" ? [event.days] : []));
    expect(days(TODAY)).toEqual([90, 30, 14, 7, 1]);
    expect(days((order.licence?.end ?? 0) - 10 * DAY)).toEqual([7, 1]);
  });

  test("is empty before the first certificate, after the end, and when another order goes on", () => {
    const { certificate: _none, ...unproven } = sampleActive();
    expect(forecast(unproven, TODAY)).toEqual([]);
    expect(
      forecast(sampleActive({ state: { kind: "ended", at: TODAY, because: { kind: "expired" } } }), TODAY),
    ).toEqual([]);
    expect(forecast(sampleActive({ renewedBy: sampleActive().id }), TODAY)).toEqual([]);
  });
});
