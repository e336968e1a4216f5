import type { Enrolment, IssuedCertificate, Order } from "@hostseal/core";
import { covers, DAY, fromIso, latestNotAfter, maximumValidity, reuseUntil } from "@hostseal/rules";
import { beforeAll, describe, expect, test } from "vitest";
import { createSimulatedAuthority } from "../doubles/simulated-authority.ts";
import type { Simulation } from "../doubles/simulation.ts";
import { createSimulation } from "../doubles/simulation.ts";
import { SHOP, START, WWW, chaptersOf, confirmed, journalOf, liveUntil, orderOf, verdictOf } from "./story.ts";

type Life = { readonly provenAt: number; readonly publicKeySha256: string; readonly certificate: IssuedCertificate };

const lifeOf = (enrolment: Enrolment | undefined): readonly Life[] =>
  enrolment?.phase.kind === "proven" ? [enrolment.phase] : [];

/** Every step of an order with the certificate that visitors saw after it. */
type Sight = { readonly at: number; readonly served: string | undefined; readonly order: Order };

const peak = (part: readonly number[]): number => Math.max(...part);

describe("a licence of five years", () => {
  let simulation: Simulation;
  let order: Order;
  let lives: readonly Life[];
  const sights: Sight[] = [];

  beforeAll(async () => {
    const authority = await createSimulatedAuthority(START);
    simulation = createSimulation({ start: START, authority, names: [SHOP, WWW], years: 5 });
    const id = await confirmed(simulation);
    await liveUntil(simulation, id, START + 6 * 365 * DAY, (advanced) => {
      sights.push({ at: simulation.clock.now(), served: simulation.host.world.served(SHOP), order: advanced.order });
    });
    order = await orderOf(simulation, id);
    lives = (await chaptersOf(simulation, id)).flatMap(({ enrolment }) => lifeOf(enrolment));
  });

  test("ends with its end, after some forty certificates and one payment", () => {
    expect(order.state).toMatchObject({ kind: "ended", at: order.licence?.end, because: { kind: "expired" } });
    expect(lives).toHaveLength(order.certificates);
    expect(order.certificates).toBeGreaterThan(38);
    expect(order.certificates).toBeLessThan(60);
    expect(order.charges).toHaveLength(1);
    expect([simulation.issuer.books.orders(), simulation.issuer.books.charges()]).toEqual([1, 1]);
  });

  test("gives every certificate a life that the rules of its first day allow", () => {
    for (const { certificate } of lives) {
      const { days } = maximumValidity(certificate.notBefore);
      expect(certificate.notAfter).toBeLessThanOrEqual(latestNotAfter(certificate.notBefore, days));
    }
    const lengths = lives.map(({ certificate }) => Math.round((certificate.notAfter - certificate.notBefore) / DAY));
    expect(new Set(lengths.slice(0, -1))).toEqual(new Set([199, 99, 46]));
    const [before, after] = [fromIso("2027-03-15"), fromIso("2029-03-15")];
    expect(lives.some(({ certificate }) => certificate.notBefore < before && certificate.notAfter > before)).toBe(true);
    expect(lives.some(({ certificate }) => certificate.notBefore < after && certificate.notAfter > after)).toBe(true);
  });

  test("has a fresh key in each", () => {
    expect(new Set(lives.map(({ publicKeySha256 }) => publicKeySha256)).size).toBe(lives.length);
    expect(new Set(lives.map(({ certificate }) => certificate.sha256)).size).toBe(lives.length);
    expect(simulation.secrets.size).toBe(0);
  });

  test("leaves no second uncovered, and never shows a visitor anything but the newest certificate", () => {
    const order = sights.map(({ served }) => served).filter((served) => served !== undefined);
    const turns = order.filter((served, index) => served !== order[index - 1]);
    expect(turns).toEqual(lives.map(({ certificate }) => certificate.sha256));
    for (const [index, { provenAt }] of lives.slice(1).entries())
      expect(provenAt).toBeLessThan(lives[index]?.certificate.notAfter ?? 0);
    expect(lives.at(-1)?.certificate.notAfter).toBeGreaterThanOrEqual((sights.at(-1)?.at ?? 0) - 1000);
  });

  test("begins each reissue well before the end, as the schedule says", () => {
    for (const [index, { certificate }] of lives.slice(1).entries()) {
      const before = lives[index]?.certificate;
      if (before === undefined) continue;
      const part = (certificate.notBefore - before.notBefore) / (before.notAfter - before.notBefore);
      expect(part).toBeGreaterThan(0.65);
      expect(part).toBeLessThan(0.68);
    }
  });

  test("shows control again exactly when the last proof may serve no more", async () => {
    const shown = (await journalOf(simulation, order.id)).flatMap(({ at, event }) =>
      event.kind === "certificate.collected" ? [{ at, completed: event.completed }] : [],
    );
    expect(shown).toHaveLength(lives.length);
    for (const [index, { at, completed }] of shown.entries()) {
      for (const one of completed) {
        expect(one.reuseUntil).toBe(
          reuseUntil({ validatedAt: one.at, brand: "sandbox", level: "dv", method: "dns-txt" }),
        );
        const last = shown[index - 1]?.completed.find(({ name }) => name === one.name);
        const isReused = last !== undefined && last.reuseUntil >= at;
        expect(one.at).toBe(isReused ? last.at : at);
      }
    }
  });

  test("tells its people of each certificate, and reminds them of the end of the licence in time", () => {
    const subjects = simulation.mails.map(({ subject }) => subject);
    expect(subjects.filter((one) => one.endsWith("the certificate is active"))).toHaveLength(lives.length);
    expect(subjects.filter((one) => one.includes("the licence ends on"))).toHaveLength(5);
    expect(subjects).toHaveLength(lives.length + 5);
  });

  test("keeps the document as small in the last year as in the first", () => {
    const sizes = sights.map(({ order }) => JSON.stringify(order).length);
    const half = Math.floor(sizes.length / 2);
    expect(peak(sizes)).toBeLessThan(30_000);
    expect(peak(sizes.slice(half))).toBeLessThan(peak(sizes.slice(0, half)) * 1.1);
  });

  test("covers all its names in every certificate, and its journal is whole", async () => {
    for (const { certificate } of lives)
      for (const name of [SHOP, WWW]) expect(certificate.names.some((pattern) => covers(pattern, name))).toBe(true);
    expect(await verdictOf(simulation, order.id)).toMatchObject({ kind: "intact", entries: order.journal.sequence });
  });
});
