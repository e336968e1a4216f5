import { describe, expect, it } from "vitest";
import { isOutside, lookupOutside } from "./target-guard.ts";

describe("an address that webhooks may go to", () => {
  it("is on the internet", () => {
    for (const address of ["1.1.1.1", "93.184.216.34", "2606:4700::1111"])
      expect(isOutside(address), address).toBe(true);
  });

  it("is none of ours, in whatever form it is written", () => {
    const inside = ["127.0.0.1", "10.1.2.3", "172.31.0.1", "192.168.1.1", "169.254.169.254", "0.0.0.0", "100.64.0.1"];
    const inside6 = ["::1", "::", "fe80::1", "fd00::1", "::ffff:127.0.0.1", "::ffff:7f00:1", "64:ff9b::7f00:1"];
    const others = ["2002:7f00:1::", "224.0.0.1", "255.255.255.255", "localhost", "", "127.1"];
    for (const address of [...inside, ...inside6, ...others]) expect(isOutside(address), address).toBe(false);
  });

  it("is looked up in the moment of the connection, and refused when it leads inside", async () => {
    const error = await new Promise((resolve) => lookupOutside("localhost", {}, (thrown) => resolve(thrown)));
    expect(String(error)).toContain("not outside");
  });
});
