import type { DemoWorld } from "@hostseal/sandbox";
import type { CertificatesOnGround, Material } from "./certificates-on-ground.ts";
import type { Estate } from "./estate.ts";
import type { Habits } from "./habits.ts";
import type { Homes } from "./homes.ts";

export type AcmeConfig = {
  enabled: boolean;
  provider: string;
  keyType: string;
  preferWildcard: boolean;
  dnsProvider: string;
  dnsEnvironment: Record<string, string>;
  skipDNSNames: readonly string[];
};

/** What is set for a domain beside its certificate. */
export type DomainSettings = { ssl: boolean; cgi: boolean; php: boolean; acme: AcmeConfig };

/** Everything the commands see and change. */
export type Premises = {
  readonly world: DemoWorld;
  readonly estate: Estate;
  readonly habits: Habits;
  readonly homes: Homes;
  readonly certificates: CertificatesOnGround;
  settingsOf(domain: string): DomainSettings;
  /** The certificate of the panel itself. */
  readonly own: { material: Material };
};

export const usualSettings = (): DomainSettings => ({
  ssl: true,
  cgi: true,
  php: true,
  acme: {
    enabled: true,
    provider: "letsencrypt",
    keyType: "ec256",
    preferWildcard: false,
    dnsProvider: "",
    dnsEnvironment: { EXAMPLE_API_TOKEN: "token-of-the-dns-provider" },
    skipDNSNames: [],
  },
});
