import { expect, it } from "vitest";
import { toSite } from "./list-sites.ts";
import { alias, domain } from "./wire.ts";

const site = (prefs: object | "") =>
  domain.parse({
    id: "82",
    data: {
      gen_info: { name: "bücher.example.com", "ascii-name": "xn--bcher-kva.example.com" },
      hosting: { vrt_hst: { property: { name: "www_root", value: "/var/www/vhosts/b/httpdocs" } } },
      prefs,
    },
  });

const aliasOf = (name: string, { web = "true", id = "82" } = {}) =>
  alias.parse({ info: { prefs: { web }, "site-id": id, name, "ascii-name": name } });

it("has its A-label, the www name where that is switched on, and the aliases that the web server answers for", () => {
  const aliases = [
    aliasOf("books.example.net"),
    aliasOf("mail-only.example.net", { web: "false" }),
    aliasOf("of-another.example.net", { id: "83" }),
  ];
  expect(toSite(site({ www: "true" }), aliases)).toEqual({
    id: "xn--bcher-kva.example.com",
    names: ["xn--bcher-kva.example.com", "www.xn--bcher-kva.example.com", "books.example.net"],
    documentRoot: "/var/www/vhosts/b/httpdocs",
  });
});

it.each([{ www: "false" }, "" as const])("has no www name with %j", (prefs) => {
  expect(toSite(site(prefs), []).names).toEqual(["xn--bcher-kva.example.com"]);
});
