import type { HostManifest } from "@hostseal/core";
import type { HostCheck } from "./host-check.ts";
import { hostFailing } from "./host-failing.ts";
import { hostInstalling } from "./host-installing.ts";
import { hostKeys } from "./host-keys.ts";
import { hostPlanning } from "./host-planning.ts";
import { hostSites } from "./host-sites.ts";
import { hostUndoing } from "./host-undoing.ts";
import { hostWebroot } from "./host-webroot.ts";
import { hostZone } from "./host-zone.ts";

/** Everything the Host port promises. Each check wants a host of its own, with its sites as they were at the start. */
export const hostContract: readonly HostCheck[] = [
  ...hostSites,
  ...hostPlanning,
  ...hostInstalling,
  ...hostUndoing,
  ...hostZone,
  ...hostWebroot,
  ...hostKeys,
  ...hostFailing,
];

/** The checks for a host with these capabilities; what it cannot is covered by the check that the facet is absent. */
export const hostContractFor = (capabilities: HostManifest["capabilities"]): readonly HostCheck[] =>
  hostContract.filter(({ needs }) => needs === undefined || capabilities[needs].can);
