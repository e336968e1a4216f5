import { expect, test } from "vitest";
import { domainAbove, readDomains, toDomains, toSites } from "./domains.ts";
import type { Remote } from "./remote.ts";
import { domains } from "./wire.ts";

const listed = domains.parse({
  data: [
    { name: "perl: warning", value: "Setting locale failed." },
    {
      name: "example.com",
      values: {
        type: ["Top-level server"],
        username: ["alice"],
        password: ["hunter2"],
        features: ["unix dns web ssl"],
        html_directory: ["/home/alice/public_html"],
        website_hostnames: ["example.com www.example.com mail_x.example.com"],
      },
    },
    {
      name: "shop.example.com",
      values: {
        type: ["Sub-server"],
        username: ["alice"],
        features: ["dns web"],
        html_directory: ["/home/alice/domains/shop.example.com/public_html"],
        parent_dns_virtual_server: ["example.com"],
      },
    },
    { name: "blog.example.com", values: { type: ["Sub-server"], username: ["alice"], features: ["mail"] } },
    {
      name: "example.net",
      values: {
        type: ["Alias server"],
        username: ["alice"],
        features: ["dns"],
        html_directory: ["/home/alice/public_html"],
      },
    },
    { name: "other.example", values: { type: ["Top-level server"], username: ["bob"], features: ["dns web"] } },
  ],
});
const all = toDomains(listed, "alice");

const remoteOf = (data: unknown): Remote => ({
  host: "panel",
  run: async (_, shape) => shape.parse({ data }),
  runOwn: async () => Promise.reject(new TypeError("not asked for")),
});

test.each([
  ["before a list", [{ name: "[22/Nov/2026", value: "01:07:00 +0000] Failed" }, listed.data[5]], "read"],
  ["after a list", [listed.data[5], { name: "[22/Nov/2026:01:07:00 +0000] Failed", values: {} }], "read"],
  [
    "in it",
    [
      { name: "example.com", values: {} },
      { name: "[22/Nov/2026] Failed", values: listed.data[1]?.values },
    ],
    "broken",
  ],
])("a warning %s", async (_, data, state) => {
  const outcome = await readDomains(remoteOf(data), "alice").then(
    () => "read",
    () => "broken",
  );
  expect(outcome).toBe(state);
});

test("passwords end at the border", () => expect(JSON.stringify(listed)).not.toContain("hunter2"));

test("what belongs to somebody else is not seen", () => {
  expect(all.map(({ name }) => name)).toEqual(["example.com", "shop.example.com", "blog.example.com", "example.net"]);
});

test("a site is a virtual server with a website of its own, under the names that a certificate can carry", () => {
  expect(toSites(all)).toEqual([
    { id: "example.com", names: ["example.com", "www.example.com"], documentRoot: "/home/alice/public_html" },
    {
      id: "shop.example.com",
      names: ["shop.example.com"],
      documentRoot: "/home/alice/domains/shop.example.com/public_html",
    },
  ]);
});

test.each([
  ["_a.example.com", "example.com"],
  ["_a.www.SHOP.example.com", "example.com"],
  ["_a.example.net", "example.net"],
  ["_a.blog.example.com", undefined],
  ["_a.badexample.com", undefined],
])("the zone of %s is %s", (host, zone) => expect(domainAbove(all, host)?.zone).toBe(zone));
