import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { failure, reasonOf } from "@hostseal/core";
import type { Secret } from "@hostseal/pki";
import { readCredential } from "../read-credential.ts";
import type { Surroundings } from "../surroundings.ts";

const FILE = "links.key";
const KEY_BYTES = 32;

const isThere = (thrown: unknown): boolean => (thrown as NodeJS.ErrnoException).code === "EEXIST";

/**
 * The key that signs shared links, from `links.key` in the data folder, which is made when it is not there. Without it the
 * links that were given out are over, and nothing else is lost. Fails with `config.invalid`.
 */
export const linkKeyOf = async (around: Surroundings): Promise<Secret> => {
  const fresh = Buffer.from(around.random.bytes(KEY_BYTES)).toString("base64url");
  const path = join(around.home, FILE);
  try {
    await writeFile(path, `${fresh}\n`, { mode: 0o600, flag: "wx" });
  } catch (thrown) {
    if (!isThere(thrown)) throw failure("config.invalid", { path, because: reasonOf(thrown) }, { cause: thrown });
  }
  return readCredential({ file: FILE }, around);
};
