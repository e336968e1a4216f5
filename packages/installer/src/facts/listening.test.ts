import { expect, test } from "vitest";
import { parseSockets } from "./listening.ts";

/** As the kernel writes them on a machine whose least octet comes first. */
const row = (local: string, inode: string): string =>
  `${local} 00000000:00000000 00:00000000 00000000     0        0 ${inode} 1 0000 100 0 0 10 0`;

test("where a server listens is told from where others do, in both families", () => {
  const socket = [
    row("01014D7F:01BB", "11"),
    row("00000000:0050", "12"),
    row("00000000000000000000000000000000:01BB", "13"),
    row("B80D0120000000000000000001000000:0050", "14"),
    row("0000000000000000FFFF00000100007F:1F90", "15"),
    row("0100007F:01BB", "99"),
  ];
  const own = ["11", "12", "13", "14", "15", "1000"];
  expect(parseSockets(new Map(Object.entries({ socket, own })))).toEqual({
    own: [
      { address: "*", port: 443 },
      { address: "*", port: 80 },
      { address: "127.0.0.1", port: 8080 },
      { address: "127.77.1.1", port: 443 },
      { address: "2001:db8::1", port: 80 },
    ],
    others: [{ address: "127.0.0.1", port: 443 }],
  });
});

test("a server that shares a port with another process is listed once for itself", () => {
  const socket = [row("00000000:0050", "1"), row("00000000:0050", "2")];
  const words = new Map(Object.entries({ socket, own: ["1", "2"] }));
  expect(parseSockets(words)).toEqual({ own: [{ address: "*", port: 80 }], others: [] });
});

test("nothing is read from nothing", () => {
  expect(parseSockets(new Map())).toEqual({ own: [], others: [] });
});
