import { AssertionError } from "node:assert";
import { doesNotReject, rejects } from "node:assert/strict";
import type { ErrorCode, Host, HostManifest, InstallKey, InstallPlan, SiteId } from "@hostseal/core";
import { isFailure } from "@hostseal/core";
import type { Secret } from "@hostseal/pki";
import type { DomainName } from "@hostseal/rules";
import type { Disturbance } from "./host-recorder.ts";

/** A site of the host under test. */
export type Plot = { readonly site: SiteId; readonly name: DomainName };

export type Issued = { readonly certificate: string; readonly chain: readonly string[]; readonly key: Secret };

/** A host with sites on it, looked at from both sides: through the adapter, and behind its back. */
export type HostSubject = {
  readonly host: Host;
  /** The same host through another instance of the adapter, as another process would make it. */
  connect(): Host;
  /** Through an instance whose credential is not known, or may install nothing; that permission's name is told. */
  connectAsStranger(): Host;
  connectWithoutPermission(): { readonly host: Host; readonly permission: string };

  /** A site with a certificate, one without, another with one, and one that exists but belongs to somebody else. */
  readonly secured: Plot;
  readonly bare: Plot;
  readonly neighbour: Plot;
  readonly foreignSite: SiteId;
  /** A name whose zone is hosted here, and one whose zone is elsewhere although the zone above it is here. */
  readonly hostedName: string;
  readonly foreignName: string;

  /** Certificates from an authority that is not part of this; for a name, or for a request made elsewhere. */
  readonly issue: (name: DomainName) => Promise<Issued>;
  readonly issueFor: (csr: string, name: DomainName) => Promise<string>;

  readonly behind: {
    /** Hex SHA-256 of what a TLS client is shown. */
    served(name: DomainName): Promise<string>;
    /** A request over a new TLS connection, and a connection that stands for many. */
    visit(name: DomainName): Promise<number>;
    settle(name: DomainName): Promise<{ ask(): Promise<number>; leave(): void }>;
    /** Status and body over plain HTTP. */
    fetch(name: DomainName, path: string): Promise<{ readonly status: number; readonly body: string }>;
    /** Values of the records at a host, as DNS shows them. */
    records(host: string, type: "TXT" | "CNAME"): Promise<readonly string[]>;
    /** Everything the host keeps, part by part; `tls:<site>` for the certificate of a site. */
    snapshot(): Promise<Readonly<Record<string, unknown>>>;
    /** Somebody else installs another certificate on a site. */
    interfere(plot: Plot): Promise<void>;
  };

  readonly wire: {
    /** How often the adapter has called the host, and everything that came back. */
    calls(): number;
    answers(): string;
    /** Makes every call from now on go wrong, or no more. */
    disturb(disturbance: Disturbance | undefined): void;
  };
  /** The most calls each verb may take. */
  readonly callBounds: Readonly<Record<Verb, number>>;
  /** Whether the host's own API answers with keys to whoever may install: its adapter has to let them fall. */
  readonly apiShowsKeys?: boolean;
  /** Texts that nobody may ever read in a failure. */
  readonly secrets: readonly string[];
};

/** The verbs of the port, facets included. */
export const VERBS = [
  "examine",
  "sites",
  "installed",
  "plan",
  "apply",
  "commit",
  "rollback",
  "zoneFor",
  "add",
  "remove",
  "siteFor",
  "publish",
  "withdraw",
  "make",
  "forget",
] as const;
export type Verb = (typeof VERBS)[number];

/** One promise of the Host port. `run` rejects with an `AssertionError` when it is not kept. */
export type HostCheck = {
  /** Completes the sentence "The host …". */
  readonly name: string;
  /** The facet it is about; where the manifest says `cannot`, there is nothing to check. */
  readonly needs?: keyof HostManifest["capabilities"];
  /** May answer with what was measured, in a line. */
  run(subject: HostSubject): Promise<string | void>;
};

export const failsWith = async (code: ErrorCode, attempt: Promise<unknown>): Promise<void> =>
  rejects(attempt, (thrown) => isFailure(thrown, code), `not refused with ${code}`);

/** Refused with a failure of the host's family, whichever. */
export const isRefused = async (attempt: Promise<unknown>): Promise<void> =>
  rejects(attempt, (thrown) => isFailure(thrown) && thrown.code.startsWith("host."), "not refused");

export const succeeds = async (attempt: Promise<unknown>): Promise<void> => doesNotReject(attempt);

/** A facet that the manifest promises. */
export const facet = <Name extends "zone" | "webroot" | "keys">(host: Host, name: Name): NonNullable<Host[Name]> => {
  const present = host[name];
  if (!present) throw new AssertionError({ message: `${name} is promised and absent` });
  return present;
};

export const broughtKey = ({ key }: Issued): InstallKey => ({ kind: "brought", pem: key });

/** A fresh certificate for a site, and the plan to install it. */
export const preparePlan = async (
  subject: HostSubject,
  { site, name }: Plot,
): Promise<{ readonly issued: Issued; readonly plan: InstallPlan }> => {
  const issued = await subject.issue(name);
  const { certificate, chain } = issued;
  return { issued, plan: await subject.host.plan({ site, certificate, chain }) };
};
