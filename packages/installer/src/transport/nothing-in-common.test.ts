import { expect, test } from "vitest";
import { isPostQuantumOnly, toNothingInCommon } from "./nothing-in-common.ts";

test.each([
  [["mlkem768x25519-sha256"], true],
  [["sntrup761x25519-sha512", "sntrup761x25519-sha512@openssh.com", "mlkem768x25519-sha256"], true],
  [["curve25519-sha256", "mlkem768x25519-sha256"], false],
  [[], false],
])("%j is post-quantum only: %s", (offered, only) => {
  expect(isPostQuantumOnly(offered)).toBe(only);
});

test("what only announces an extension is no offer", () => {
  const offered = ["mlkem768x25519-sha256", "ext-info-s", "kex-strict-s-v00@openssh.com"];
  expect(toNothingInCommon("web", "key exchange", offered).message).toBe(
    "web and we have no key exchange in common; it offers post-quantum ones only (mlkem768x25519-sha256), which the system's ssh can do.",
  );
});

test("a server that offers nothing is said to", () => {
  expect(toNothingInCommon("web", "cipher", []).message).toBe("web and we have no cipher in common; it offers none.");
});
