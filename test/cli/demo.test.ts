import { once } from "node:events";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { methodVerdict } from "@hostseal/rules";
import type { DomainName } from "@hostseal/rules";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { ended, hostseal, startHostseal } from "./hostseal.ts";

/** Longer than the slowest machine that anybody would test on needs. */
const PATIENCE = 120_000;

type OrderSummary = {
  readonly id: string;
  readonly names: readonly string[];
  readonly product: string;
  readonly state: string;
  readonly licence: { readonly start: string; readonly end: string } | null;
  readonly certificates: readonly {
    readonly serial: string;
    readonly notBefore: string;
    readonly notAfter: string;
    readonly validations: readonly { readonly name: string; readonly method: string }[];
    readonly provenAt: string;
  }[];
  readonly charged: readonly unknown[];
  readonly complaint?: string;
  readonly renews?: string;
  readonly waits?: { readonly todo: string };
};
type Summary = { readonly type: "summary"; readonly orders: readonly OrderSummary[] };
type Entry = {
  readonly type: "journal";
  readonly order: string;
  readonly sequence: number;
  readonly at: string;
  readonly event: object;
};
type Checks = { readonly checks: readonly { readonly holds: boolean; readonly sentence: string }[] };

const LETTERS = "letters.example.net" as DomainName;
const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{3})?Z$/;

const parseLines = (stdout: string): { readonly entries: readonly Entry[]; readonly last: unknown } => {
  const lines = stdout
    .trim()
    .split("\n")
    .map((line): unknown => JSON.parse(line));
  return { entries: lines.slice(0, -1) as Entry[], last: lines.at(-1) };
};

const orderOf = ({ orders }: Summary, name: string): OrderSummary => {
  const found = orders.find(({ names }) => names.includes(name));
  if (found === undefined) throw new TypeError(`no order holds ${name}`);
  return found;
};

/** How the first certificate was proven; later ones may stand on what another order has proven of the same domain. */
const firstMethodsOf = ({ certificates }: OrderSummary): readonly string[] => [
  ...new Set(certificates[0]?.validations.map(({ method }) => method)),
];

/** The temporary folder of each test is its own, so that what a demo leaves behind shows. */
let temporary = "";
const variables = (): Readonly<Record<string, string>> => ({ TMPDIR: temporary });

/** The command lines of the programs that were started with something in a folder. */
const programsBelow = async (folder: string): Promise<readonly string[]> => {
  const pids = (await readdir("/proc")).filter((name) => /^\d+$/.test(name));
  const lines = await Promise.all(pids.map(async (pid) => readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "")));
  return lines.filter((line) => line.includes(folder));
};

beforeEach(async () => {
  temporary = await mkdtemp(join(tmpdir(), "hostseal-demo-test-"));
});
afterEach(async () => {
  await rm(temporary, { recursive: true, force: true });
});

describe("the tour for a program", () => {
  test(
    "tells every entry, proves every order that should be, and stops one before money",
    { timeout: PATIENCE },
    async () => {
      const { exit, stdout, stderr } = await hostseal(["demo", "--once", "--json"], { variables: variables() });
      expect({ exit, stderr }).toEqual({ exit: 0, stderr: "" });
      const { entries, last } = parseLines(stdout);
      const summary = last as Summary;
      expect(summary.type).toBe("summary");

      for (const { id } of summary.orders) {
        const sequences = entries
          .filter(({ type, order }) => type === "journal" && order === id)
          .map((one) => one.sequence);
        expect(sequences.toSorted((left, right) => left - right)).toEqual(sequences.map((_, index) => index + 1));
      }
      for (const { at } of entries) expect(at).toMatch(ISO);

      const blocked = orderOf(summary, "gallery.example.net");
      expect(blocked).toMatchObject({ state: "draft", charged: [], certificates: [], licence: null });
      expect(blocked.waits?.todo).toMatch(/gallery\.example\.net CAA 0 issue "/);
      for (const order of summary.orders.filter((one) => one !== blocked)) {
        expect(order).not.toHaveProperty("complaint");
        expect(order.charged).toHaveLength(1);
        expect(order.licence?.end).toMatch(ISO);
        expect(order.certificates.length).toBeGreaterThan(0);
        for (const { provenAt, notAfter } of order.certificates) expect(provenAt < notAfter).toBe(true);
      }

      expect(firstMethodsOf(orderOf(summary, "attic.example.com"))).toEqual(["dns-txt"]);
      expect(firstMethodsOf(orderOf(summary, "www.example.com"))).toEqual(["file"]);
      expect(firstMethodsOf(orderOf(summary, "*.cloud.example.com"))).toEqual(["dns-txt"]);
      const email = methodVerdict({ method: "email", name: LETTERS, at: Date.now() });
      expect(firstMethodsOf(orderOf(summary, LETTERS))).toEqual([email.kind === "allowed" ? "email" : "dns-txt"]);
      expect(orderOf(summary, "www.example.net").product).toBe("sandbox-ov");
      expect(orderOf(summary, "xn--bcher-kva.example.com").certificates.length).toBeGreaterThan(1);
      const depot = orderOf(summary, "depot.example.com");
      expect(firstMethodsOf(depot)).toEqual(["file"]);
      expect(entries.filter(({ order }) => order === depot.id).map(({ event }) => event)).toContainEqual(
        expect.objectContaining({ kind: "install.committed", host: "web1" }),
      );
      const renewal = summary.orders.find(({ renews }) => renews !== undefined);
      expect(renewal?.names).toEqual(["attic.example.com"]);
      expect(await readdir(temporary)).toEqual([]);
    },
  );
});

describe("one licence for a program", () => {
  test("is followed through five years, and judged", { timeout: PATIENCE }, async () => {
    const { exit, stdout, stderr } = await hostseal(["demo", "--once", "--years", "5", "--json"], {
      variables: variables(),
    });
    const { last } = parseLines(stdout);
    const { orders, checks } = last as Summary & Checks;
    expect(checks.filter(({ holds }) => !holds)).toEqual([]);
    expect(checks).toHaveLength(10);
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: "" });
    const [order] = orders;
    expect(order).toMatchObject({ state: "ended", charged: [expect.anything()] });
    const lifetimes = (order?.certificates ?? []).map(
      ({ notBefore, notAfter }) => (Date.parse(notAfter) - Date.parse(notBefore) + 1_000) / 86_400_000,
    );
    expect(Math.max(...lifetimes)).toBeLessThanOrEqual(200);
    expect(lifetimes.at(-2)).toBeLessThanOrEqual(47);
    expect(order?.certificates.length).toBeGreaterThan(30);
  });
});

describe("the tour for a person", () => {
  test("stays up for other commands, and goes without a trace on Ctrl-C", { timeout: PATIENCE }, async () => {
    const demo = startHostseal(["demo"], { variables: variables() });
    const ending = ended(demo);
    let seen = "";
    demo.stdout?.on("data", (chunk: Buffer) => (seen += chunk.toString()));
    while (!seen.includes("Ctrl-C ends it.") && demo.exitCode === null) await once(demo.stdout ?? demo, "data");
    const home = /--home (\S+) list/.exec(seen)?.[1] ?? "";
    const listed = await hostseal(["list", "--json"], { home });
    demo.kill("SIGINT");
    const { exit, stdout, stderr } = await ending;
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: "" });
    expect(stdout).toContain("bücher.example.com (xn--bcher-kva.example.com)");
    expect(stdout).toContain("got its old certificate back");
    expect(stdout).toContain("its answer was lost");
    expect(stdout).not.toContain("\u001b[");
    expect(JSON.parse(listed.stdout)).toHaveLength(12);
    expect(await readdir(temporary)).toEqual([]);
  });

  test.each(["SIGINT", "SIGTERM"] as const)(
    "ends between two steps, with its servers, on %s",
    async (signal) => {
      const demo = startHostseal(["demo"], { variables: variables() });
      const ending = ended(demo);
      await once(demo.stdout ?? demo, "data");
      expect((await programsBelow(temporary)).map((line) => /sshd|nginx/.exec(line)?.[0])).toEqual(
        expect.arrayContaining(["sshd", "nginx"]),
      );
      demo.kill(signal);
      expect(await ending).toMatchObject({ exit: 130, stderr: expect.stringMatching(/^hostseal: Stopped\./) });
      expect(await readdir(temporary)).toEqual([]);
      expect(await programsBelow(temporary)).toEqual([]);
    },
    PATIENCE,
  );
});
