import { expect, test } from "vitest";
import { parseSockets } from "./listening.ts";

/** As the kernel writes them on a machine whose least octet comes first. */
const row = (table: string, local: string, inode: string): string =>
  `${table} ${local} 00000000:00000000 00:00000000 00000000     0        0 ${inode} 1 0000 100 0 0 10 0`;

test("where a server listens is told from where others do, in both families", () => {
  const text = [
    row("tcp", "01014D7F:01BB", "11"),
    row("tcp", "00000000:0050", "12"),
    row("tcp6", "00000000000000000000000000000000:01BB", "13"),
    row("tcp6", "B80D0120000000000000000001000000:0050", "14"),
    row("tcp6", "0000000000000000FFFF00000100007F:1F90", "15"),
    row("tcp", "0100007F:01BB", "99"),
    "own 11",
    "own 12",
    "own 13",
    "own 14",
    "own 15",
    "own 1000",
  ].join("\n");
  expect(parseSockets(text)).toEqual({
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
  const text = [row("tcp", "00000000:0050", "1"), row("tcp", "00000000:0050", "2"), "own 1", "own 2"].join("\n");
  expect(parseSockets(text)).toEqual({ own: [{ address: "*", port: 80 }], others: [] });
});

test("nothing is read from nothing", () => {
  expect(parseSockets("")).toEqual({ own: [], others: [] });
});
