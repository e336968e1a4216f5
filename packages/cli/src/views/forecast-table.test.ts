import { DAY } from "@hostseal/rules";
import { expect, test } from "vitest";
import { SHOP, START } from "../../test/orders.ts";
import { toForecastJson, toForecastTable } from "./forecast-table.ts";

const events = [
  { kind: "reissue", at: START, notAfter: START + 99 * DAY, revalidate: [], byHand: [] },
  { kind: "reissue", at: START, notAfter: START + 99 * DAY, revalidate: [SHOP], byHand: [] },
  { kind: "reissue", at: START, notAfter: START + 99 * DAY, revalidate: [SHOP], byHand: [SHOP] },
  { kind: "reminder", at: START, days: 30 },
  { kind: "licence-end", at: START },
] as const;

test("a forecast says for every reissue what is proven anew, and for which names a person must act", () => {
  const until = "certificate until 2027-02-28";
  expect(toForecastTable(events)).toEqual([
    "Day         What          More",
    `2026-11-21  Reissue       ${until}; earlier proofs serve again`,
    `2026-11-21  Reissue       ${until}; proves shop.example.com anew, by itself`,
    `2026-11-21  Reissue       ${until}; proves shop.example.com anew, you must act for shop.example.com`,
    "2026-11-21  Reminder      the licence ends in 30 day(s)",
    "2026-11-21  Licence ends  and with it the last certificate, unless it is renewed",
  ]);
});

test("a program reads the same with ISO instants", () => {
  expect(toForecastJson(events)[0]).toMatchObject({ at: "2026-11-21T00:00:00Z", notAfter: "2027-02-28T00:00:00Z" });
  expect(toForecastJson(events)[3]).toEqual({ kind: "reminder", at: "2026-11-21T00:00:00Z", days: 30 });
});
