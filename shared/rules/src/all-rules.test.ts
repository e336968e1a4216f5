import { describe, expect, it } from "vitest";
import { allRules, rulesAt } from "./all-rules.ts";
import { BRANDS } from "./brand.ts";
import { fromIso } from "./instant.ts";
import { LEVELS } from "./level.ts";
import type { Row } from "./row.ts";
import { endOf, startOf } from "./steps.ts";

const DATE = /^\d{4}-\d\d-\d\d$/;

/** Rules that something is always asked of: their rows must hold at every instant, without a gap. */
const ALWAYS_IN_FORCE = [
  "aia.presence",
  "caa.rfc8657",
  "dcv.adn-algorithm",
  "dcv.method.4.7",
  "dcv.reuse.max",
  "dnssec.dcv",
  "eku.clientauth.chrome",
  "identity.reuse.max",
  "keys.ecdsa",
  "keys.rsa",
  "mpic.min-remotes",
  "sha1",
  "validity.max",
];

/** The rows that speak about one brand and level, in the order of time. */
function timelines(): readonly (readonly Row[])[] {
  const ids = [...new Set(allRules().map((row) => row.id))];
  return ids.flatMap((id) => BRANDS.flatMap((brand) => LEVELS.map((level) => timeline(id, brand, level))));
}

function timeline(id: string, brand: (typeof BRANDS)[number], level: (typeof LEVELS)[number]): readonly Row[] {
  return allRules()
    .filter((row) => row.id === id)
    .filter((row) => (row.brands ?? BRANDS).includes(brand) && (row.levels ?? LEVELS).includes(level))
    .toSorted((a, b) => startOf(a) - startOf(b));
}

function pairs(rows: readonly Row[]): readonly (readonly [Row, Row])[] {
  return rows.slice(1).map((row, index) => [rows[index] as Row, row]);
}

describe("the rows of the rules", () => {
  it("each cite a document and a section", () => {
    const bare = allRules().filter(({ citation }) => citation.doc.trim() === "" || citation.section.trim() === "");
    expect(bare).toEqual([]);
  });

  it("link only to public addresses", () => {
    const addresses = allRules().flatMap(({ citation }) => citation.url ?? []);
    expect(addresses.filter((address) => !URL.canParse(address) || !address.startsWith("https://"))).toEqual([]);
  });

  it("cite an address whenever the Baseline Requirements are the source", () => {
    const rows = allRules().filter(({ citation }) => citation.doc.includes("TLS BR"));
    expect(rows.length).toBeGreaterThan(50);
    expect(rows.filter(({ citation }) => citation.url === undefined)).toEqual([]);
  });

  it("have dates that exist and end after they begin", () => {
    const dates = allRules().flatMap(({ from, to }) => [from, to].filter((date) => date !== null));
    expect(dates.filter((date) => !DATE.test(date))).toEqual([]);
    expect(allRules().filter((row) => startOf(row) >= endOf(row))).toEqual([]);
  });

  it("say something to people", () => {
    expect(
      allRules().filter(({ title, says }) => title === "" || says === "" || /undefined|NaN|\[object/.test(says)),
    ).toEqual([]);
  });

  it("follow each other without overlap or gap, for every brand and level", () => {
    const broken = timelines()
      .flatMap(pairs)
      .filter(([earlier, later]) => earlier.to !== later.from);
    expect(broken).toEqual([]);
  });

  it.each(ALWAYS_IN_FORCE)("hold at every instant: %s", (id) => {
    const rows = timeline(id, "sectigo", "ov");
    expect([rows[0]?.from, rows.at(-1)?.to]).toEqual([null, null]);
  });

  it("are those in force when asked by date", () => {
    const validity = ["2026-11-21", "2027-03-15"].map((at) =>
      rulesAt(fromIso(at)).filter(({ id }) => id === "validity.max"),
    );
    expect(validity.flat().map(({ value }) => value)).toEqual([
      { maxDays: 200, advisedDays: 199 },
      { maxDays: 100, advisedDays: 99 },
    ]);
    expect(validity.flat().map(({ says }) => says)).toEqual([
      "at most 200 days; 199 advised",
      "at most 100 days; 99 advised",
    ]);
  });

  it("advise against a method only when its end is known", () => {
    const advised = allRules().filter(({ value }) => (value as { shouldNotFrom?: string | null }).shouldNotFrom);
    expect(advised.length).toBeGreaterThan(3);
    expect(advised.filter(({ to }) => to === null)).toEqual([]);
  });

  it("are marked as unconfirmed where no source confirms them", () => {
    const unconfirmed = allRules().filter(({ citation }) => citation.doc === "none found");
    expect(unconfirmed.map(({ confidence }) => confidence)).toEqual(unconfirmed.map(() => "unverified"));
  });
});
