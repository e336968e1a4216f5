import type { Random } from "@hostseal/core";
import { randomName } from "./random-name.ts";
import { chmod, mkdir, open, readFile, realpath, rename, rm, stat } from "node:fs/promises";
import { dirname } from "node:path";
import type { HostKey } from "./host-key.ts";
import { knownHostName, toHashedField } from "./host-pattern.ts";
import type { HostPlace } from "./judge-host-key.ts";
import { judgeHostKey } from "./judge-host-key.ts";
import { parseKnownHosts } from "./parse-known-hosts.ts";

export type HostKeyEnrolment = {
  /** The known_hosts file; made with its folder when it is not there. */
  readonly file: string;
  readonly place: HostPlace;
  readonly key: HostKey;
  /** Whether somebody who reads the file may not see which hosts it is about. */
  readonly hashed: boolean;
};

const SALT_BYTES = 20;
const PRIVATE_FILE = 0o600;
const PRIVATE_FOLDER = 0o700;

const isMissing = (thrown: unknown): boolean => thrown instanceof Error && "code" in thrown && thrown.code === "ENOENT";

const unlessMissing = async <T>(attempt: Promise<T>, instead: T): Promise<T> =>
  attempt.catch((thrown: unknown) => {
    if (isMissing(thrown)) return instead;
    throw thrown;
  });

const linesFor = ({ place, key, hashed }: HostKeyEnrolment, random: Random): string => {
  const names = place.names.map((name) => knownHostName(name, place.port));
  const fields = hashed ? names.map((name) => toHashedField(name, random.bytes(SALT_BYTES))) : [names.join(",")];
  const encoded = `${key.type} ${Buffer.from(key.blob).toString("base64")}`;
  return fields.map((field) => `${field} ${encoded}\n`).join("");
};

const syncFolder = async (folder: string): Promise<void> => {
  await using opened = await open(folder, "r");
  await opened.sync();
};

const replace = async (file: string, bytes: Uint8Array, random: Random): Promise<void> => {
  const mode = (await unlessMissing<{ readonly mode: number } | undefined>(stat(file), undefined))?.mode;
  const fresh = `${file}.${randomName(random)}`;
  try {
    await using opened = await open(fresh, "wx", PRIVATE_FILE);
    await opened.writeFile(bytes);
    await opened.sync();
    if (mode !== undefined) await chmod(fresh, mode & 0o777);
    await rename(fresh, file);
  } catch (thrown) {
    await rm(fresh, { force: true });
    throw thrown;
  }
  await syncFolder(dirname(file));
};

/**
 * Adds an accepted key to a known_hosts file, durably; a key that is already known there changes nothing. What the
 * file holds stays as it is, byte for byte. A changed or revoked key is not added: gives why instead.
 */
export const enrolHostKey = async (
  enrolment: HostKeyEnrolment,
  random: Random,
): Promise<"added" | "known" | "changed" | "revoked"> => {
  await mkdir(dirname(enrolment.file), { recursive: true, mode: PRIVATE_FOLDER });
  const file = await unlessMissing(realpath(enrolment.file), enrolment.file);
  const before = await unlessMissing<Buffer>(readFile(file), Buffer.alloc(0));
  const verdict = judgeHostKey(parseKnownHosts(before.toString("latin1")), enrolment.place, enrolment.key);
  if (verdict.kind !== "unknown") return verdict.kind;
  const gap = before.length > 0 && before.at(-1) !== 0x0a ? "\n" : "";
  await replace(file, Buffer.concat([before, Buffer.from(gap + linesFor(enrolment, random))]), random);
  return "added";
};
