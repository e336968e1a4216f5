import type { HttpHop } from "@hostseal/core";
import { describe, expect, test } from "vitest";
import { judgeHops, judgeUrl } from "./redirect-policy.ts";

const START = "http://shop.test/.well-known/pki-validation/a.txt";
const hop = (status: number, location?: string): HttpHop => ({
  url: START,
  status,
  ...(location !== undefined && { location }),
});
const verdict = (status: number, location?: string): unknown => {
  const judged = judgeHops([hop(status, location)]);
  return judged.kind === "follow" ? judged.url.href : judged.kind === "refused" ? judged.because : judged.kind;
};

describe("a redirect", () => {
  test.each([301, 302, 307, 308])("with status %i is followed", (status) => {
    expect(verdict(status, "http://www.shop.test/x")).toBe("http://www.shop.test/x");
  });

  test.each([300, 303, 305, 399])("with status %i is refused", (status) => {
    expect(verdict(status, "http://www.shop.test/x")).toBe("redirect-status");
  });

  test.each([
    ["/other", "http://shop.test/other"],
    ["https://shop.test/x#part", "https://shop.test/x#part"],
    ["//cdn.test/x", "http://cdn.test/x"],
    ["http://shop.test:443/x", "http://shop.test:443/x"],
    ["https://shop.test:80/x", "https://shop.test:80/x"],
    ["http://shop.test:22/x", "http://shop.test:22/x"],
    ["http://shop.test:25/x", "http://shop.test:25/x"],
    ["http://shop.test:8080/x", "redirect-port"],
    ["https://shop.test:8443/x", "redirect-port"],
    ["ftp://shop.test/x", "redirect-scheme"],
    ["javascript:alert(1)", "redirect-scheme"],
    ["http://192.0.2.1/x", "malformed"],
    ["http://2130706433/x", "malformed"],
    ["http://[::1]/x", "malformed"],
    ["http://a..b/x", "malformed"],
    ["http://", "malformed"],
    ["", START],
  ])("to %j leads to %s", (location, expected) => {
    expect(verdict(302, location)).toBe(expected);
  });

  test("without a Location is malformed", () => {
    expect(verdict(301)).toBe("malformed");
  });

  test("is followed ten times and no more", () => {
    const eleven = Array.from({ length: 11 }, () => hop(302, "/again"));
    expect(judgeHops(eleven.slice(1)).kind).toBe("follow");
    expect(judgeHops(eleven)).toMatchObject({ kind: "refused", because: "too-many-redirects" });
  });
});

test.each([200, 204, 304, 403, 404, 500, 503])("status %i without a Location is final", (status) => {
  expect(verdict(status)).toBe("final");
});

test("a Location beside a success means nothing", () => {
  expect(verdict(200, "http://elsewhere.test:8080/")).toBe("final");
});

test.each(["http://shop.test/", "https://shop.test/", "http://SHOP.test.:80/x"])("a CA fetches %s", (url) => {
  expect(judgeUrl(new URL(url))).toBeUndefined();
});
