import { readFile, stat } from "node:fs/promises";
import { resolve } from "node:path";
import { failure, reasonOf } from "@hostseal/core";
import { Secret } from "@hostseal/pki";
import type { CredentialConfig } from "./config-parts.ts";
import type { Surroundings } from "./surroundings.ts";

const OTHERS = 0o077;

/** Reads a credential from where the configuration says it is. Fails with `config.invalid`; the value is in no message. */
export const readCredential = async (
  setting: CredentialConfig,
  { home, environment }: Surroundings,
): Promise<Secret> => {
  if ("environment" in setting) {
    const value = environment.credential(setting.environment);
    if (value !== undefined && value !== "") return new Secret(value);
    throw failure("config.invalid", { path: home, because: `the variable ${setting.environment} is not set` });
  }
  const path = resolve(home, setting.file);
  try {
    if (((await stat(path)).mode & OTHERS) === 0) return new Secret((await readFile(path, "utf8")).trim());
  } catch (thrown) {
    throw failure("config.invalid", { path, because: reasonOf(thrown) }, { cause: thrown });
  }
  throw failure("config.invalid", { path, because: "others can read this credential; give it mode 0600" });
};
