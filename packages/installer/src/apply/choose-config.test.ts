import type { DomainName } from "@hostseal/rules";
import { expect, test } from "vitest";
import type { FoundSite, WebServerConfig } from "../plan/index.ts";
import { chooseConfig } from "./choose-config.ts";

const NAME = "a.example" as DomainName;
const SERVES = { kind: "found", because: "it does" } as const;
const OVER_TLS: FoundSite = { ...SERVES, speaksTls: true };
const PLAIN: FoundSite = { ...SERVES, speaksTls: false };
const NOT: FoundSite = { kind: "none" };

const config = (software: string, found: FoundSite): WebServerConfig =>
  ({ software, find: () => found, facts: { server: { root: `/etc/${software}` } } }) as unknown as WebServerConfig;

const chosen = (nginx: FoundSite, apache: FoundSite, name: DomainName | undefined = NAME): string => {
  const found = chooseConfig([config("nginx", nginx), config("apache", apache)], name);
  return found.kind === "meant" ? found.config.software : found.because;
};

test.each([
  ["serves it over TLS, though another does in plain", PLAIN, OVER_TLS, "apache"],
  ["serves it at all", PLAIN, NOT, "nginx"],
  ["comes first, when none does", NOT, NOT, "nginx"],
] as const)("of several servers the one is meant that %s", (_title, nginx, apache, meant) => {
  expect(chosen(nginx, apache)).toBe(meant);
});

test("servers that serve it as well as each other are named, with what to do", () => {
  const because =
    "nginx with /etc/nginx and apache with /etc/apache both answer visitors; name the configuration that is meant";
  expect(chosen(OVER_TLS, { kind: "refused", because: "it is named twice" })).toBe(because);
  expect(chooseConfig([config("nginx", NOT), config("apache", NOT)], undefined)).toEqual({ kind: "refused", because });
});

test("an only server is meant, whatever it serves", () => {
  expect(chooseConfig([config("nginx", NOT)], undefined)).toMatchObject({ kind: "meant" });
});
