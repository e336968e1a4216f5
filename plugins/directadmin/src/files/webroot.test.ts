import type { HttpCall } from "@hostseal/http";
import { Secret } from "@hostseal/pki";
import type { DomainName } from "@hostseal/rules";
import { asId, type HostId } from "@hostseal/core";
import { expect, it } from "vitest";
import { createClient } from "../api/client.ts";
import { createFileSpace } from "./file-space.ts";
import { createWebroot } from "./webroot.ts";

const ANSWERS: Readonly<Record<string, unknown>> = {
  "/CMD_API_SHOW_DOMAINS": ["example.com", "shop.example.com", "example.net"],
  "/CMD_API_SUBDOMAINS?example.com": ["blog", "*"],
  "/CMD_API_SUBDOMAINS?shop.example.com": [],
  "/CMD_API_DOMAIN_POINTER?example.com": [],
  "/CMD_API_DOMAIN_POINTER?shop.example.com": [],
  "/CMD_API_DOMAIN_POINTER?example.net": { "example.org": "alias" },
};

/** An account whose domains have subdomains and pointers; counts what it is asked. */
const openAccount = () => {
  const asked: string[] = [];
  const send = async ({ url }: HttpCall) => {
    const { pathname, searchParams } = new URL(url);
    const domain = searchParams.get("domain");
    asked.push(domain === null ? pathname : `${pathname}?${domain}`);
    const text = JSON.stringify(ANSWERS[asked.at(-1) ?? ""]);
    return { kind: "answer", status: 200, text, mediaType: "application/json", redact: String } as const;
  };
  const settings = { id: asId<HostId>("panel"), account: "alice", credential: new Secret("key") };
  const client = createClient({ ...settings, url: "https://panel.example:2222" }, { send });
  const files = createFileSpace(client, { bytes: (count) => new Uint8Array(count) });
  return { asked, webroot: createWebroot(client, files) };
};

it.each([
  ["example.com", "example.com", 1],
  ["www.example.com", "example.com", 1],
  ["shop.example.com", "shop.example.com", 1],
  ["blog.example.com", "example.com/blog", 2],
  ["www.blog.example.com", "example.com/blog", 2],
  ["other.example.com", undefined, 5],
  ["a.shop.example.com", undefined, 5],
  ["www.example.org", "example.net", 4],
])("%s is answered by %s, which takes %d calls", async (name, site, calls) => {
  const { asked, webroot } = openAccount();
  expect(await webroot.siteFor(name as DomainName)).toBe(site);
  expect(asked).toHaveLength(calls);
});
