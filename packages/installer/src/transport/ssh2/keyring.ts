import { readFile, stat } from "node:fs/promises";
import type { Secret } from "@hostseal/pki";
import type { ParsedKey } from "ssh2";
import ssh2 from "ssh2";

/** Private keys from files, each opened once: opening a sealed one is slow, and stops everything else meanwhile. */
export type Keyring = {
  open(path: string, passphrase: Secret | undefined): Promise<OpenedKey>;
};

export type OpenedKey =
  | { readonly kind: "key"; readonly key: ParsedKey }
  /** In words that fit behind the path of the key. */
  | { readonly kind: "unusable"; readonly because: string };

/** How ssh2 marks what went wrong with a login. */
const REFUSED = { level: "client-authentication" } as const;

const FOR_OTHERS = 0o077;

const unusable = (because: string): OpenedKey => ({ kind: "unusable", because });

/** RSA signatures with SHA-1 are not made, whatever the server wants (RFC 8332 §3). */
const withoutSha1 = (key: ParsedKey): ParsedKey => {
  const sign = key.sign.bind(key);
  key.sign = (signed, algorithm) => {
    if (algorithm === "sha1") throw Object.assign(new Error("It takes RSA keys with SHA-1 only."), REFUSED);
    return sign(signed, algorithm);
  };
  return key;
};

const parse = (bytes: Buffer, passphrase: Secret | undefined): OpenedKey => {
  const parsed = ssh2.utils.parseKey(bytes, passphrase?.reveal());
  const key = Array.isArray(parsed) ? (parsed[0] as ParsedKey) : parsed;
  if (!(key instanceof Error))
    return key.isPrivateKey() ? { kind: "key", key: withoutSha1(key) } : unusable("is no private key");
  if (/no passphrase/i.test(key.message)) return unusable("is sealed with a passphrase, and none was given");
  if (/passphrase|integrity|decrypt/i.test(key.message)) return unusable("does not open with the passphrase");
  return unusable("is of no kind that the built-in driver reads");
};

const load = async (path: string, passphrase: Secret | undefined): Promise<OpenedKey> => {
  try {
    const { mode } = await stat(path);
    if ((mode & FOR_OTHERS) !== 0) return unusable("can be read by others: chmod 600");
    return parse(await readFile(path), passphrase);
  } catch {
    return unusable("cannot be read");
  }
};

/** What did not open is tried again the next time. */
export const createKeyring = (): Keyring => {
  const opened = new Map<string, Promise<OpenedKey>>();
  return {
    open: async (path, passphrase) => {
      const opening = opened.get(path) ?? load(path, passphrase);
      opened.set(path, opening);
      const outcome = await opening;
      if (outcome.kind === "unusable") opened.delete(path);
      return outcome;
    },
  };
};
