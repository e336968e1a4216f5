import type { PreflightFinding } from "@hostseal/core";
import { expect, test } from "vitest";
import { BOOKS } from "../../test/orders.ts";
import { plainPaint } from "./paint.ts";
import { toPreflightJson, toPreflightPage } from "./preflight-page.ts";

const findings: readonly PreflightFinding[] = [
  {
    name: BOOKS,
    weight: "passes",
    check: "dns",
    problem: "fine",
    parameters: { name: BOOKS, evidence: "the zone example.com answers" },
  },
  { name: BOOKS, weight: "warns", check: "mail", problem: "no-mail-server", parameters: { name: BOOKS } },
  { name: BOOKS, weight: "blocks", check: "address", problem: "no-address", parameters: { name: BOOKS } },
];

test("each finding is marked, in words a person knows, and each problem comes with its fix", () => {
  const books = "bücher.example.com (xn--bcher-kva.example.com)";
  expect(toPreflightPage(findings, plainPaint)).toEqual([
    books,
    "  ✔ the zone example.com answers",
    `  … ${books} has no mail server, so an approval message cannot arrive.`,
    "    Choose DNS or file validation.",
    `  ✖ ${books} has no address, so a file on it cannot be fetched.`,
    "    Add an A or AAAA record, or choose DNS validation.",
  ]);
});

test("a program reads the code beside the sentence", () => {
  expect(toPreflightJson(findings)[2]).toMatchObject({
    name: BOOKS,
    weight: "blocks",
    problem: "no-address",
    fix: "Add an A or AAAA record, or choose DNS validation.",
  });
});
