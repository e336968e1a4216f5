import { expect, test } from "vitest";
import { createPublicAddressCheck } from "./public-address.ts";

const isPublic = createPublicAddressCheck();

test.each(["8.8.8.8", "172.32.0.1", "100.128.0.1", "193.0.0.1", "2606:4700::1111", "2a00::1"])(
  "%s is public",
  (address) => {
    expect(isPublic(address)).toBe(true);
  },
);

test.each([
  "0.0.0.0",
  "10.1.2.3",
  "100.64.0.1",
  "127.0.0.53",
  "169.254.169.254",
  "172.16.0.1",
  "192.168.1.1",
  "224.0.0.1",
  "255.255.255.255",
  "::",
  "::1",
  "::ffff:10.0.0.1",
  "64:ff9b::a00:1",
  "fd00::1",
  "fe80::1",
  "2002:a00:1::",
  "ff02::1",
])("%s is not", (address) => {
  expect(isPublic(address)).toBe(false);
});
