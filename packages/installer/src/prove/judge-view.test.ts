import type { DomainName } from "@hostseal/rules";
import { describe, expect, test } from "vitest";
import { judgeReturn, judgeView } from "./judge-view.ts";
import type { Sight, Spot } from "./look.ts";
import type { View } from "./view.ts";

const name = "site.example.com" as DomainName;
const address = "192.0.2.1";
const page = (body: string, certificate?: string, status = 200): Sight => ({ kind: "page", status, body, certificate });
const nothing: Sight = { kind: "nothing", because: "refused" };
const spot = (scheme: "http" | "https", one: string): Spot => ({ kind: "page", scheme, address, name: one });

const view = (...seen: readonly (readonly [Spot, Sight, Sight?])[]): View =>
  seen.map(([one, first, second = first]) => ({ spot: one, sights: [first, second] }));

const BEFORE = view(
  [
    { kind: "no-name", address },
    { kind: "certificate", certificate: "default" },
  ],
  [spot("http", name), page("mine")],
  [spot("https", name), page("mine", "old")],
  [spot("https", "other.example.com"), page("theirs", "theirs")],
);
const NOW: readonly Sight[] = [
  { kind: "certificate", certificate: "default" },
  page("mine"),
  page("mine", "new"),
  page("theirs", "theirs"),
];
const wanted = { name, sha256: "new", redirects: false, hadTls: true, borrowing: [] };

const withSight = (index: number, sight: Sight): readonly Sight[] => NOW.with(index, sight);

describe("an installation is seen to be well", () => {
  test("when the site has the new certificate and all else is as before", () => {
    expect(judgeView(BEFORE, NOW, wanted)).toBeUndefined();
  });

  test("when plain HTTP is redirected as was wanted", () => {
    const now = withSight(1, page("moved", undefined, 301));
    expect(judgeView(BEFORE, now, { ...wanted, redirects: true })).toBeUndefined();
    expect(judgeView(BEFORE, now, wanted)).toContain(`http://${name}/`);
  });

  test("when a page that is another one each time keeps its status", () => {
    const before = view([spot("https", name), page("one", "old"), page("two", "old")]);
    expect(judgeView(before, [page("three", "new")], wanted)).toBeUndefined();
  });

  test("when a site without TLS shows over it what it shows without", () => {
    const before = view([spot("http", name), page("mine")], [spot("https", name), page("default site", "default")]);
    const bare = { ...wanted, hadTls: false };
    expect(judgeView(before, [page("mine"), page("mine", "new")], bare)).toBeUndefined();
    expect(judgeView(before, [page("mine"), page("default site", "new")], bare)).toContain("another site");
  });
});

test("the default and those who borrow its certificate follow when the site is the default", () => {
  const before = view(
    [
      { kind: "no-name", address },
      { kind: "certificate", certificate: "old" },
    ],
    [spot("https", name), page("mine", "old")],
    [spot("https", "bare.example.com"), page("mine", "old")],
  );
  const now: readonly Sight[] = [{ kind: "certificate", certificate: "new" }, page("mine", "new"), page("mine", "new")];
  expect(judgeView(before, now, { ...wanted, borrowing: ["bare.example.com"] })).toBeUndefined();
  expect(judgeView(before, now, wanted)).toContain("bare.example.com");
  const other = now.with(0, { kind: "certificate", certificate: "theirs" });
  expect(judgeView(before, other, { ...wanted, borrowing: ["bare.example.com"] })).toContain("default certificate");
});

describe("an installation is seen to be wrong", () => {
  test.each([
    ["the default is another", 0, { kind: "certificate", certificate: "new" }, "default certificate"],
    ["the site is hijacked over HTTP", 1, page("theirs"), "shows something else"],
    ["the old certificate is still there", 2, page("mine", "old"), "does not show the new certificate"],
    ["the site is hijacked over TLS", 2, page("theirs", "new"), "shows another site"],
    ["nobody answers", 2, nothing, "does not answer"],
    ["a neighbour has it too", 3, page("theirs", "new"), "other.example.com"],
    ["a neighbour shows something else", 3, page("mine", "theirs"), "shows something else"],
    ["a neighbour is gone", 3, nothing, "other.example.com"],
  ] as const)("when %s", (_title, index, sight, words) => {
    expect(judgeView(BEFORE, withSight(index, sight), wanted)).toContain(words);
  });
});

test("a return is seen when everything is as it was, and what did not answer answers no more", () => {
  const before = view([spot("https", name), nothing], [spot("http", name), page("mine")]);
  expect(judgeReturn(before, [nothing, page("mine")])).toBeUndefined();
  expect(judgeReturn(before, [page("mine", "new"), page("mine")])).toContain("still answers");
  expect(judgeReturn(before, [nothing, page("other")])).toContain("shows something else");
});
