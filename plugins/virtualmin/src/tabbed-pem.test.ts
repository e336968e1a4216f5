import { Secret } from "@hostseal/pki";
import { expect, test } from "vitest";
import { tabbedKey, tabbedPem } from "./tabbed-pem.ts";

const PEM = "-----BEGIN X-----\nYQ==\r\nYg==\n-----END X-----\n";

test("PEM goes on one line, with tabs for its line breaks and none at the end", () => {
  expect(tabbedPem(PEM)).toBe("-----BEGIN X-----\tYQ==\tYg==\t-----END X-----");
});

test("a key stays wrapped", () => {
  expect(String(tabbedKey(new Secret(PEM)))).toBe("[secret]");
  expect(tabbedKey(new Secret(PEM)).reveal()).toBe(tabbedPem(PEM));
});
