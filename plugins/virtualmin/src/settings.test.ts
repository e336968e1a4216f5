import { expect, test } from "vitest";
import { virtualminSettings } from "./settings.ts";

const GOOD = { url: "https://panel.example:10000", account: "alice" };

test.each([
  ["an owner", GOOD, true],
  ["root for an owner", { ...GOOD, login: "root", services: ["dovecot"] }, true],
  ["a panel without TLS", { ...GOOD, url: "http://panel.example:10000" }, false],
  ["a service that has one certificate for all", { ...GOOD, services: ["mysql"] }, false],
  ["a password in the configuration", { ...GOOD, password: "hunter2" }, false],
])("%s", (_, given, isGood) => expect(virtualminSettings.safeParse(given).success).toBe(isGood));
