import { expect, test } from "vitest";
import { bindUdp } from "./bind-udp.ts";

test("a UDP port of loopback is bound once, and free again when it is closed", async () => {
  const first = await bindUdp(0);
  const port = first?.address().port ?? 0;
  expect(first?.address().address).toBe("127.0.0.1");
  expect(await bindUdp(port)).toBeUndefined();
  first?.close();
  const again = await bindUdp(port);
  expect(again?.address().port).toBe(port);
  again?.close();
});
