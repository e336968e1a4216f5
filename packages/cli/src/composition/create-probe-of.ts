import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { rootCertificates } from "node:tls";
import { failure, reasonOf } from "@hostseal/core";
import type { Probe } from "@hostseal/core";
import { splitPem } from "@hostseal/pki";
import { createProbe } from "@hostseal/probe";
import type { Config } from "./config-schema.ts";
import type { Surroundings } from "./surroundings.ts";

const readRoots = async (path: string): Promise<readonly string[]> => {
  try {
    const roots = splitPem(await readFile(path, "utf8"));
    if (roots.length > 0) return roots;
  } catch (thrown) {
    throw failure("config.invalid", { path, because: reasonOf(thrown) }, { cause: thrown });
  }
  throw failure("config.invalid", { path, because: "there is no PEM certificate in it" });
};

/** The trusted roots of a configuration, each a PEM text. */
export const rootsOf = async ({ roots }: Config, home: string): Promise<readonly string[]> => {
  if (roots === "platform") return rootCertificates;
  return (await Promise.all(roots.map((file) => readRoots(resolve(home, file))))).flat();
};

/** The probe of a configuration: where it asks, and what it takes for the outside. */
export const createProbeOf = ({ probe }: Config, roots: readonly string[], around: Surroundings): Probe =>
  createProbe({ ...probe, roots }, around);
