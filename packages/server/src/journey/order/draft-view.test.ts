import type { Order, PreflightFinding } from "@hostseal/core";
import type { DomainName } from "@hostseal/rules";
import { describe, expect, test } from "vitest";
import { vocabularyOf } from "../../words/vocabulary.ts";
import { toDraftView } from "./draft-view.ts";

const SHOP = "shop.example.com" as DomainName;
const WWW = "www.shop.example.com" as DomainName;

const money = { price: { amount: 1100, currency: "EUR" }, balance: undefined } as const;

const fine: PreflightFinding = {
  name: SHOP,
  weight: "passes",
  check: "method",
  problem: "fine",
  parameters: { name: SHOP, evidence: "no CAA record limits the issuer" },
};
const caa: PreflightFinding = {
  name: WWW,
  weight: "blocks",
  check: "caa",
  problem: "caa-other-issuer",
  parameters: { at: WWW, record: '0 issue "other.example"', add: '0 issue "ours.example"' },
};

const draftWith = (findings: readonly PreflightFinding[] | undefined): Order =>
  ({
    state: { kind: "draft" },
    names: [SHOP, WWW],
    years: 1,
    ...(findings && { preflight: { at: 0, findings } }),
  }) as unknown as Order;

const viewOf = (findings?: readonly PreflightFinding[]) => toDraftView(draftWith(findings), vocabularyOf("en"), money);

describe("a draft", () => {
  test("is not ready before its names were examined", () => {
    expect(viewOf()).toMatchObject({ isExamined: false, isReady: false, price: "€11.00" });
  });

  test("is ready when nothing stands in its way, and tells apart what has passed", () => {
    const view = viewOf([fine, { ...caa, weight: "warns" }]);
    expect(view?.isReady).toBe(true);
    expect(view?.names.map(({ notable, passed }) => [notable.length, passed.length])).toEqual([
      [0, 1],
      [1, 0],
    ]);
  });

  test("is blocked by one finding, whose fix can be copied as it is to be typed", () => {
    const view = viewOf([fine, caa]);
    expect(view?.isReady).toBe(false);
    expect(view?.names[1]?.notable).toMatchObject([{ copy: 'www.shop.example.com CAA 0 issue "ours.example"' }]);
    expect(view?.names[1]?.notable[0]?.fix).not.toContain("`");
  });

  test("is none any more once it is placed", () => {
    const placed = { ...draftWith([]), state: { kind: "placed", at: 0 } } as Order;
    expect(toDraftView(placed, vocabularyOf("en"), money)).toBeUndefined();
  });
});
