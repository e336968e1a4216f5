import { describe, expect, it } from "vitest";
import { DAY, HOUR, MINUTE, SECOND } from "./instant.ts";
import { ARI_POLL, LICENCE_REMINDERS, ariPollDelay, reissueSchedule, retryDelay } from "./reissue-schedule.ts";

describe("the reissue schedule", () => {
  it.each([
    [398, 2 / 3, 14, 14],
    [199, 2 / 3, 14, 14],
    [99, 2 / 3, 14, 14],
    [90 - 1 / 86_400, 2 / 3, 14, 14],
    [46, 2 / 3, 7, 7],
    [45, 2 / 3, 7, 7],
    [10, 2 / 3, 2, 2],
    [160 / 24, 1 / 2, 1, 0],
    [1, 1 / 2, 0, 0],
  ])(
    "for %d days starts after %d of them, %i days before the end at the latest, %i more by hand",
    (days, part, margin, lead) => {
      expect(reissueSchedule({ lifetimeDays: days })).toMatchObject({
        fractionOfLife: part,
        jitterFraction: 0.02,
        safetyMarginDays: margin,
        manualLeadDays: lead,
      });
    },
  );

  it.each([2, 3, 6, 10, 30, 45, 46, 64, 90, 99, 199, 398])(
    "of %i days keeps the jittered start before the margin, and the margin within life",
    (days) => {
      const { fractionOfLife, jitterFraction, safetyMarginDays, manualLeadDays } = reissueSchedule({
        lifetimeDays: days,
      });
      const latestStart = days * (fractionOfLife + jitterFraction / 2);
      expect(latestStart).toBeLessThanOrEqual(days - safetyMarginDays);
      expect(safetyMarginDays + manualLeadDays).toBeLessThan(days);
    },
  );

  it("is not for a lifetime that is none", () => {
    expect(() => reissueSchedule({ lifetimeDays: -1 })).toThrow(TypeError);
  });
});

describe("reminders, retries and polls", () => {
  it("remind five times before a licence ends", () => {
    expect(LICENCE_REMINDERS).toEqual([90, 30, 14, 7, 1]);
  });

  it("retry after 1, 10 and 100 minutes, then daily", () => {
    expect([1, 2, 3, 4, 50].map(retryDelay)).toEqual([MINUTE, 10 * MINUTE, 100 * MINUTE, DAY, DAY]);
  });

  it.each([
    [0, MINUTE],
    [30 * SECOND, MINUTE],
    [6 * HOUR, 6 * HOUR],
    [DAY, DAY],
    [30 * DAY, DAY],
    [undefined, 6 * HOUR],
  ])("ask for the renewal window after Retry-After %s, kept within bounds", (retryAfter, delay) => {
    expect(ariPollDelay(retryAfter)).toBe(delay);
    expect(ARI_POLL).toEqual({ minimum: MINUTE, maximum: DAY, afterError: 6 * HOUR });
  });
});
