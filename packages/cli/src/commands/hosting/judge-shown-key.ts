import { readFile } from "node:fs/promises";
import { failure } from "@hostseal/core";
import type { ShownHostKey, SshTarget } from "@hostseal/installer";
import { judgeHostKey, parseKnownHosts } from "@hostseal/installer/host-keys";

export type KnownBefore = {
  /** What the entry of this name was pinned to. */
  readonly pinned: string | undefined;
  /** What somebody compared and typed. */
  readonly given: string | undefined;
};

const readKnownHosts = async (file: string) => parseKnownHosts(await readFile(file, "latin1").catch(() => ""));

const stop = (host: string, seen: string, known: readonly string[]) =>
  failure("ssh.host-key-changed", { host, seen, known: known.join(" or ") });

/** Keys of other types say nothing about this one: a server has several. */
const judgeByFiles = async ({ host, address, port, hostKeys }: SshTarget, { key, fingerprint }: ShownHostKey) => {
  const files = hostKeys.kind === "known-hosts" ? hostKeys.files : [];
  const entries = (await Promise.all(files.map(readKnownHosts))).flat().filter((entry) => entry.key.type === key.type);
  const verdict = judgeHostKey(entries, { names: [...new Set([address, host])], port }, key);
  if (verdict.kind === "changed") throw stop(host, fingerprint, verdict.known);
  if (verdict.kind === "revoked") throw stop(host, fingerprint, ["a key that is not marked as revoked"]);
  return verdict.kind;
};

/**
 * Whether the key that a server shows is known, by what was typed, by an earlier enrolment or by known_hosts files.
 * Fails with `ssh.host-key-changed`, with both fingerprints, when another one was expected.
 */
export const judgeShownKey = async (
  target: SshTarget,
  shown: ShownHostKey,
  { pinned, given }: KnownBefore,
): Promise<"known" | "unknown"> => {
  const expected = given ?? pinned;
  if (expected === undefined) return judgeByFiles(target, shown);
  if (expected === shown.fingerprint) return "known";
  throw stop(target.host, shown.fingerprint, [expected]);
};
