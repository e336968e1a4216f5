import type { DomainName } from "@hostseal/rules";
import { expect, test } from "vitest";
import type { Webspace } from "./webspace.ts";
import { createWebspaceRegister } from "./webspace-register.ts";

const webspace = (id: string, ...names: string[]): Webspace => ({
  id,
  names: names as readonly string[] as readonly DomainName[],
  home: "/nowhere",
  habits: {},
});

test("a site's own name goes before another site's wildcard, whichever was there first", () => {
  const register = createWebspaceRegister();
  register.add(webspace("cloud", "cloud.example.com", "*.cloud.example.com"));
  register.add(webspace("tenant", "tenant.cloud.example.com"));
  expect(register.answering("Tenant.cloud.example.com")?.id).toBe("tenant");
  expect(register.answering("other.cloud.example.com")?.id).toBe("cloud");
  expect(register.answering("a.b.cloud.example.com")).toBeUndefined();
});
