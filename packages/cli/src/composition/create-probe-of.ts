import { rootCertificates } from "node:tls";
import type { Probe } from "@hostseal/core";
import { createProbe } from "@hostseal/probe";
import type { Config } from "./config-schema.ts";
import { readRootFiles } from "./read-root-files.ts";
import type { Surroundings } from "./surroundings.ts";

/** The trusted roots of a configuration, each a PEM text. */
export const rootsOf = async ({ roots }: Config, home: string): Promise<readonly string[]> =>
  roots === "platform" ? rootCertificates : readRootFiles(roots, home);

/** The probe of a configuration: where it asks, and what it takes for the outside. */
export const createProbeOf = ({ probe }: Config, roots: readonly string[], around: Surroundings): Probe =>
  createProbe({ ...probe, roots }, around);
