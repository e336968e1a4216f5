import { expect, test } from "vitest";
import { parseSshAddress } from "./ssh-address.ts";

test.each([
  ["web1", { address: "web1" }],
  ["root@192.0.2.10", { address: "192.0.2.10", user: "root" }],
  ["deploy@web1.example:2222", { address: "web1.example", user: "deploy", port: 2222 }],
  ["root@[2001:db8::1]:22", { address: "2001:db8::1", user: "root", port: 22 }],
  ["root@2001:db8::1", { address: "2001:db8::1", user: "root" }],
])("%s is read as where to log in", (text, address) => {
  expect(parseSshAddress(text)).toEqual(address);
});

test.each(["", "@", "root@", "a b", "web1:0", "web1:70000", "web1:ssh", "-oProxyCommand=x", "root@-x", "[::1"])(
  "%j is no way to write it",
  (text) => {
    expect(parseSshAddress(text)).toBeUndefined();
  },
);
