import { makeKey } from "@hostseal/pki";
import { expect, it } from "vitest";
import { withoutKeys } from "./without-keys.ts";

it("leaves nothing of a private key, whole or broken off", async () => {
  const pem = (await makeKey("ec-p256")).pem.reveal();
  const answer = JSON.stringify({ before: 1, key: pem, after: 2 });
  expect(withoutKeys(answer)).toBe('{"before":1,"key":"[secret]\\n","after":2}');
  expect(withoutKeys(answer.slice(0, 120))).toBe('{"before":1,"key":"[secret]');
  expect(withoutKeys(pem.replaceAll("PRIVATE", "EC PRIVATE"))).toBe("[secret]\n");
  expect(withoutKeys("a certificate")).toBe("a certificate");
});
