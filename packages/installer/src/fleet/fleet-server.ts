import type { Secret } from "@hostseal/pki";
import type { DomainName } from "@hostseal/rules";
import type { Bundle } from "../plan/index.ts";
import type { SshHostSettings } from "../ssh-host/index.ts";

/** A certificate with its key for the server of a name. */
export type FleetBundle = Bundle & {
  readonly name: DomainName;
  readonly key: Secret;
  readonly redirect: boolean;
  readonly hsts: boolean;
};

/** A host of the fleet as it is reached, and everything that is installed on it, in this order. */
export type FleetServer = { readonly settings: SshHostSettings; readonly bundles: readonly FleetBundle[] };

/** Where its sites are looked at, unless its configuration says. */
export const addressesOf = ({ settings }: FleetServer): readonly string[] =>
  settings.addresses ?? [settings.target.address];
