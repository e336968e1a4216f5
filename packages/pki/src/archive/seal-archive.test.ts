import { expect, test } from "vitest";
import { run, withFiles } from "../../test/openssl.ts";
import { Secret } from "../secret.ts";
import { sealArchive } from "./seal-archive.ts";

const passphrase = new Secret("K7WQ2-MBX4T-9PLRE");
const KEY = "-----BEGIN PRIVATE KEY-----\nnot really\n-----END PRIVATE KEY-----\n";
const BINARY = new Uint8Array([0, 255, 13, 10, 0]);
const entries = [
  { name: "private-key.pem", content: new Secret(KEY) },
  { name: "certificate (1).pem", content: "certificate\r\n" },
  { name: "binary", content: BINARY },
];

const open = (archive: Uint8Array, args: readonly string[]) =>
  withFiles({ "a.zip": archive }, (path) => run("7zz", ["x", "-so", ...args, path("a.zip")]));

test("is opened by 7-Zip with its passphrase, every byte as it was", async () => {
  const archive = await sealArchive({ entries, passphrase });
  for (const [name, content] of [
    ["private-key.pem", KEY],
    ["certificate (1).pem", "certificate\r\n"],
    ["binary", Buffer.from(BINARY)],
  ] as const) {
    const { code, stdout } = await withFiles({ "a.zip": archive }, (path) =>
      run("7zz", ["x", "-so", `-p${passphrase.reveal()}`, path("a.zip"), name]),
    );
    expect([code, stdout]).toEqual([0, Buffer.from(content)]);
  }
});

test("stays shut without it", async () => {
  const archive = await sealArchive({ entries, passphrase });
  const { code, stdout, text } = await open(archive, ["-pK7WQ2-MBX4T-9PLRF"]);
  expect([code, stdout.toString()]).toEqual([2, ""]);
  expect(text).toContain("Wrong password");
  expect(Buffer.from(archive).includes("PRIVATE KEY")).toBe(false);
});

test("encrypts every entry with AES-256 and dates it as told", async () => {
  const archive = await sealArchive({ entries, passphrase, at: Date.parse("2026-11-21T12:00:00Z") });
  const { text } = await withFiles({ "a.zip": archive }, (path) => run("7zz", ["l", "-slt", path("a.zip")]));
  expect(text.match(/^Method = AES-256/gm)).toHaveLength(3);
  expect(text.match(/^Encrypted = \+$/gm)).toHaveLength(3);
  expect(text.match(/^CRC = $/gm)).toHaveLength(3);
  expect(text).toMatch(/^Modified = 2026-11-21 /m);
});

test("is never the same twice", async () => {
  const [one, other] = await Promise.all([sealArchive({ entries, passphrase }), sealArchive({ entries, passphrase })]);
  expect(Buffer.compare(one, other)).not.toBe(0);
});

test.each([
  ["no entries", []],
  ["two entries of one name", [entries[0], entries[0]]],
  ["a path", [{ name: "../etc/passwd", content: "" }]],
  ["an absolute path", [{ name: "/etc/passwd", content: "" }]],
  ["a Windows path", [{ name: String.raw`a\b`, content: "" }]],
  ["the parent folder", [{ name: "..", content: "" }]],
  ["a line end", [{ name: "a\n", content: "" }]],
  ["no name", [{ name: "", content: "" }]],
])("refuses %s", async (_, wrong) => {
  await expect(sealArchive({ entries: wrong as typeof entries, passphrase })).rejects.toThrow(TypeError);
});

test("refuses an empty passphrase", async () => {
  await expect(sealArchive({ entries, passphrase: new Secret("") })).rejects.toThrow(TypeError);
});
