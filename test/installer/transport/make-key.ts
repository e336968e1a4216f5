import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

export type KeyKind = "ed25519" | "ecdsa" | "rsa";

/** A key pair in files, made by OpenSSH. */
export type KeyPair = {
  readonly path: string;
  /** Type and base64, as in authorized_keys and known_hosts. */
  readonly publicLine: string;
  readonly fingerprint: string;
};

export const makeKey = async (folder: string, name: string, kind: KeyKind, passphrase = ""): Promise<KeyPair> => {
  const path = join(folder, name);
  await run("/usr/bin/ssh-keygen", ["-q", "-t", kind, "-N", passphrase, "-C", name, "-f", path]);
  const [type = "", encoded = ""] = (await readFile(`${path}.pub`, "utf8")).split(" ");
  const { stdout } = await run("/usr/bin/ssh-keygen", ["-l", "-f", `${path}.pub`]);
  return { path, publicLine: `${type} ${encoded}`, fingerprint: stdout.split(" ")[1] ?? "" };
};
