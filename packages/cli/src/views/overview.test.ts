import { asId } from "@hostseal/core";
import { DAY } from "@hostseal/rules";
import { describe, expect, test } from "vitest";
import { aCertificate, aDraft, anActiveOrder, aWait, START } from "../../test/orders.ts";
import { toOverviewJson, toOverviewPage } from "./overview.ts";
import { plainPaint } from "./paint.ts";

const well = { order: anActiveOrder(), decision: aWait("licence.running", "hostseal") };
const ending = (id: string, notAfter: number) => ({
  order: { ...anActiveOrder({ certificate: aCertificate({ notAfter }) }), id: asId<never>(id) },
  decision: aWait("step.failed", "operator"),
});
const asked = { order: aDraft(), decision: aWait("proof.mail", "customer") };

describe("the overview of all orders", () => {
  test("says that nobody has to do anything", () => {
    expect(toOverviewPage([well], plainPaint)).toEqual(["1 order(s): 1 Active", "Nobody has to do anything."]);
  });

  test("puts first what burns first, and what has no certificate last", () => {
    const standings = [asked, ending("ord_later", START + 9 * DAY), well, ending("ord_sooner", START + 2 * DAY)];
    expect(toOverviewJson(standings).attention).toEqual(["ord_sooner", "ord_later", "ord_test"]);
    expect(toOverviewPage(standings, plainPaint)[2]).toContain("ord_sooner");
  });
});
