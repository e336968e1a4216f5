import { deepEqual, equal, match, ok } from "node:assert/strict";
import type { SiteId } from "@hostseal/core";
import { asId, isFailure } from "@hostseal/core";
import { fingerprint, readCertificate } from "@hostseal/pki";
import { parseDomainName } from "@hostseal/rules";
import type { HostCheck } from "./host-check.ts";
import { broughtKey, failsWith, preparePlan } from "./host-check.ts";

const FACETS = ["zone", "webroot", "keys"] as const;
const UNKNOWN = asId<SiteId>("no-such-site");

/** What is there: sites, what is installed on them, and what the adapter says it can. */
export const hostSites: readonly HostCheck[] = [
  {
    name: "lists its sites, with names as a certificate carries them",
    run: async ({ host, secured, bare, neighbour }) => {
      const sites = await host.sites();
      for (const { site, name } of [secured, bare, neighbour]) {
        ok(sites.find(({ id }) => id === site)?.names.includes(name), `${name} is not among the names of ${site}`);
      }
      equal(new Set(sites.map(({ id }) => id)).size, sites.length, "a site is listed twice");
      for (const name of sites.flatMap(({ names }) => names)) {
        const parsed = parseDomainName(name);
        equal(parsed.kind === "name" && parsed.name, name);
      }
    },
  },
  {
    name: "says which software it is in which version, and changes nothing by being asked",
    run: async ({ host, behind }) => {
      const before = await behind.snapshot();
      const { software, findings } = await host.examine();
      match(software, /^\S.* v?\d+/);
      for (const { what, fix } of findings) match(`${what} ${fix}`, /^\S+.* .*\S$/);
      deepEqual(await behind.snapshot(), before);
    },
  },
  {
    name: "names the permission that a credential lacks when it is examined",
    run: async (subject) => {
      const { host, permission } = subject.connectWithoutPermission();
      const told = await host.examine().then(
        ({ findings }) => findings.filter(({ kind }) => kind === "permission-missing").map(({ what }) => what),
        (thrown: unknown) => (isFailure(thrown, "host.permission-missing") ? [thrown.message] : []),
      );
      ok(
        told.some((text) => text.includes(permission)),
        `${permission} is missing, and nobody is told`,
      );
    },
  },
  {
    name: "tells what is installed on a site, and that nothing is",
    run: async ({ host, secured, bare, behind }) => {
      equal((await host.installed(secured.site))?.sha256, await behind.served(secured.name));
      equal(await host.installed(bare.site), undefined);
    },
  },
  {
    name: "tells until when an installed certificate is valid",
    run: async (subject) => {
      const { issued, plan } = await preparePlan(subject, subject.bare);
      await subject.host.apply(plan, broughtKey(issued));
      const read = readCertificate(issued.certificate);
      const installed = await subject.host.installed(subject.bare.site);
      equal(installed?.notAfter, read.kind === "certificate" && read.certificate.notAfter);
      equal(installed?.sha256, fingerprint(issued.certificate).sha256);
    },
  },
  {
    name: "does not know a site that does not exist, or that belongs to somebody else",
    run: async ({ host, foreignSite, bare, issue }) => {
      const { certificate, chain } = await issue(bare.name);
      for (const site of [UNKNOWN, foreignSite]) {
        await failsWith("host.site-unknown", host.installed(site));
        await failsWith("host.site-unknown", host.plan({ site, certificate, chain }));
      }
      ok((await host.sites()).every(({ id }) => id !== foreignSite));
    },
  },
  {
    name: "has each facet whole, or not at all with a reason a customer understands",
    run: async ({ host }) => {
      for (const name of FACETS) {
        const capability = host.manifest.capabilities[name];
        equal(host[name] !== undefined, capability.can, `${name} differs from what the manifest says`);
        if (!capability.can) match(capability.because, /^\S.*\s.*\S$/);
      }
    },
  },
];
