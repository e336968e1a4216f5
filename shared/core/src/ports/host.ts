import type { KeyType, Secret } from "@hostseal/pki";
import type { DomainName, Instant } from "@hostseal/rules";
import type { HostId, SiteId } from "../identifiers.ts";
import type { Capability } from "./capability.ts";

/**
 * A place where sites live: a hosting panel account, or a server reached over SSH.
 *
 * Words: a *site* is one virtual host; a *plan* says, as data, everything that an installation would do; a *receipt*
 * is what is needed to finish or undo an applied plan, also by another process after a crash, so it is plain JSON.
 *
 * Duties: `plan` changes nothing. `apply` leaves the old site answering at every moment. After `apply` the host waits
 * for our word: `commit` when the certificate was seen from outside, `rollback` otherwise, which puts back exactly
 * what was there. `commit` and `rollback` may be repeated; `rollback` of a plan that was never applied is success, so
 * that the receipt can be written down before `apply` is called. A host that hears nothing may roll back by itself.
 * Nothing here decides about certificates, and no private key stays in a plan, a receipt or a log.
 *
 * Failures: `host.unreachable`, `host.unauthorised`, `host.permission-missing` (which), `host.site-unknown`,
 * `host.refused` (the host's own words as evidence), `host.config-broken` (before we touched anything),
 * `host.malformed-answer`, `host.plan-stale` (the site changed since the plan was made: plan again).
 */
export interface Host {
  readonly id: HostId;
  readonly manifest: HostManifest;
  /** What whoever runs the host should know before customers rely on it. Changes nothing. */
  examine(): Promise<HostExamination>;
  sites(): Promise<readonly Site[]>;
  /** What the host believes is installed; the probe has the last word on what is served. */
  installed(site: SiteId): Promise<InstalledCertificate | undefined>;
  plan(request: InstallRequest): Promise<InstallPlan>;
  apply(plan: InstallPlan, key: InstallKey): Promise<void>;
  commit(receipt: InstallReceipt): Promise<void>;
  rollback(receipt: InstallReceipt): Promise<void>;

  readonly zone?: DnsZone;
  readonly webroot?: Webroot;
  readonly keys?: KeyCustody;
}

export type HostManifest = {
  readonly id: string;
  readonly title: string;
  readonly capabilities: { readonly zone: Capability; readonly webroot: Capability; readonly keys: Capability };
};

export type HostExamination = {
  /** Name and version, as the host says them itself: `nginx 1.22.1`. */
  readonly software: string;
  readonly findings: readonly HostFinding[];
};

export type HostFinding = {
  /**
   * `permission-missing`: something of the manifest will fail; `rival`: something else there also puts certificates on
   * sites, and may replace ours; `unsupported`: this version cannot do something.
   */
  readonly kind: "permission-missing" | "rival" | "unsupported";
  /** A permission by its name at the vendor; else a sentence. */
  readonly what: string;
  /** What to do about it: one sentence, with the command or the place in the panel. */
  readonly fix: string;
};

export type Site = {
  readonly id: SiteId;
  /** First the main name, then the aliases. */
  readonly names: readonly DomainName[];
  readonly documentRoot?: string;
};

export type InstalledCertificate = {
  /** Hex SHA-256 over the DER of the leaf. */
  readonly sha256: string;
  readonly notAfter: Instant;
};

export type InstallRequest = {
  readonly site: SiteId;
  readonly certificate: string;
  /** Leaf excluded, each certifying the one before, root excluded. */
  readonly chain: readonly string[];
};

/** Where the key for an installation comes from: brought along, or already on the host under the host's own reference. */
export type InstallKey =
  | { readonly kind: "brought"; readonly pem: Secret }
  | { readonly kind: "kept"; readonly reference: string };

export type InstallPlan = {
  readonly site: SiteId;
  readonly certificate: string;
  readonly chain: readonly string[];
  readonly steps: readonly InstallStep[];
  /** What finishes or undoes this plan once it is applied. */
  readonly receipt: InstallReceipt;
  /** Where this site answers, when the host knows better than DNS; each endpoint must then serve the certificate. */
  readonly endpoints: readonly Endpoint[];
};

export type InstallStep = {
  readonly kind: "write-file" | "edit-config" | "call" | "test" | "reload";
  /** One line for a person: the preview and the journal. */
  readonly summary: string;
  /** What changes, as text a person can compare: a diff, a file's owner and mode, a call's parameters. */
  readonly detail?: string;
};

export type Endpoint = { readonly address: string; readonly port: number };

/** Plain JSON, without secrets; opaque to everybody but the host that gave it. */
export type InstallReceipt = { readonly id: string; readonly undo: Readonly<Record<string, unknown>> };

/** DNS records of zones that are hosted here. Only records of validations are ever written through it. */
export interface DnsZone {
  /** The hosted zone a record at `host` would live in, or nothing when the zone is elsewhere. */
  zoneFor(host: string): Promise<string | undefined>;
  /** Adds one record and touches no other; adding what is there is success. */
  add(record: ZoneRecord): Promise<void>;
  /** Removes exactly this record; removing what is gone is success. */
  remove(record: ZoneRecord): Promise<void>;
}

export type ZoneRecord =
  | { readonly type: "TXT"; readonly host: string; readonly value: string }
  | { readonly type: "CNAME"; readonly host: string; readonly value: string };

/** Files below a site's document root; only validation files under `/.well-known/` are ever written through it. */
export interface Webroot {
  /** The site that answers for this name over HTTP, or nothing. */
  siteFor(name: DomainName): Promise<SiteId | undefined>;
  /** Writes the file; writing the same again is success. */
  publish(site: SiteId, path: string, body: string): Promise<void>;
  /** Removes the file; removing what is gone is success. */
  withdraw(site: SiteId, path: string): Promise<void>;
}

/** A private key that is made on the host and never leaves it. */
export interface KeyCustody {
  make(
    site: SiteId,
    keyType: KeyType,
    names: readonly DomainName[],
  ): Promise<{ readonly csr: string; readonly reference: string }>;
  /** Forgets a key that no certificate uses. Forgetting what is gone is success. */
  forget(reference: string): Promise<void>;
}
