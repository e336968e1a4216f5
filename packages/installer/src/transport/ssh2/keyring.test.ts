import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Secret } from "@hostseal/pki";
import ssh2 from "ssh2";
import { expect, onTestFinished, test } from "vitest";
import { createKeyring } from "./keyring.ts";

const put = async (text: string, mode = 0o600): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), "keyring-"));
  onTestFinished(async () => rm(folder, { recursive: true, force: true }));
  await writeFile(join(folder, "key"), text, { mode });
  await chmod(join(folder, "key"), mode);
  return join(folder, "key");
};

const pair = ssh2.utils.generateKeyPairSync("ed25519");
const sealed = ssh2.utils.generateKeyPairSync("ed25519", {
  passphrase: "grey-lantern",
  cipher: "aes256-ctr",
  rounds: 4,
});

test.each([
  ["readable by the group", pair.private, 0o640, "can be read by others: chmod 600"],
  ["readable by all", pair.private, 0o604, "can be read by others: chmod 600"],
  ["sealed", sealed.private, 0o600, "is sealed with a passphrase, and none was given"],
  ["public", pair.public, 0o600, "is no private key"],
  ["no key at all", "hello", 0o600, "is of no kind that the built-in driver reads"],
  ["empty", "", 0o600, "is of no kind that the built-in driver reads"],
])("a key file that is %s is not used", async (_, text, mode, because) => {
  expect(await createKeyring().open(await put(text, mode), undefined)).toEqual({ kind: "unusable", because });
});

test("a key file that is not there is not used", async () => {
  expect(await createKeyring().open("/nowhere/key", undefined)).toEqual({
    kind: "unusable",
    because: "cannot be read",
  });
});

test("a wrong passphrase does not stay, and a right one opens once for all", async () => {
  const [keyring, path] = [createKeyring(), await put(sealed.private)];
  expect(await keyring.open(path, new Secret("no"))).toEqual({
    kind: "unusable",
    because: "does not open with the passphrase",
  });
  const opened = await keyring.open(path, new Secret("grey-lantern"));
  expect(opened.kind).toBe("key");
  await rm(path);
  expect(await keyring.open(path, new Secret("grey-lantern"))).toBe(opened);
});

test("an RSA key signs with SHA-2, and never with SHA-1", async () => {
  const path = await put(ssh2.utils.generateKeyPairSync("rsa", { bits: 2048 }).private);
  const opened = await createKeyring().open(path, undefined);
  if (opened.kind !== "key") throw new TypeError(opened.because);
  const text = Buffer.from("to be signed");
  expect(opened.key.verify(text, opened.key.sign(text, "sha256"), "sha256")).toBe(true);
  expect(() => opened.key.sign(text, "sha1")).toThrow("SHA-1");
});
