import { describe, expect, it } from "vitest";
import { type Domain, domains } from "../wire.ts";
import { toVhosts } from "./sites.ts";

const domain = (name: string, more: Partial<Domain> = {}): Domain => ({
  domain: name,
  servername: name,
  serveralias: `www.${name} mail.${name}`,
  documentroot: `/home/alice/${name}`,
  homedir: "/home/alice",
  ...more,
});

describe("virtual hosts as sites", () => {
  it("are called by their server names, with every alias once", () => {
    const [site] = toVhosts([domain("example.com"), domain("parked.example", { servername: "example.com" })]);
    expect(site?.site.id).toBe("example.com");
    expect(site?.site.names).toEqual(["example.com", "www.example.com", "mail.example.com"]);
  });

  it("show an addon domain before the subdomain that stands behind it", () => {
    const [addon] = toVhosts([domain("shop.com", { servername: "shop.example.com", serveralias: null })]);
    expect(addon?.site).toMatchObject({ id: "shop.example.com", names: ["shop.com", "shop.example.com"] });
  });
});

describe("the panel's list of domains", () => {
  it("may hold bare names, which are passed over", () => {
    expect(domains.parse([domain("example.com"), "parked.example", null, { domain: "x" }])).toHaveLength(1);
  });

  it("is none when everything in it is blank, as when the panel cannot read its own files", () => {
    expect(domains.safeParse([domain("", { documentroot: "" })]).success).toBe(false);
    expect(domains.safeParse([]).success).toBe(false);
  });
});
