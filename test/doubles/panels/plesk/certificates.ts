import { keyMatches, readCertificate, type Secret } from "@hostseal/pki";
import type { Ground } from "@hostseal/sandbox";
import type { PleskSite, Stored } from "./estate.ts";
import type { Habits } from "./habits.ts";

export type Offered = {
  readonly name: string;
  readonly certificate: string;
  readonly chain: string;
  readonly key: Secret;
};

/** Repositories, and which of their certificates the sites use. */
export type Certificates = {
  /** What a site uses; one that came from elsewhere is in the repository under the name the rival gives it. */
  boundTo(site: PleskSite): Stored | undefined;
  /** Puts a certificate into a repository; what is wrong with it in the panel's words, if anything. */
  store(site: PleskSite, offered: Offered): string | undefined;
  bind(site: PleskSite, stored: Stored): void;
  /** Whether the site was brought to use none of its own. */
  unbind(site: PleskSite): boolean;
  isInUse(site: PleskSite, name: string): boolean;
};

const blocksOf = (text: string): readonly string[] =>
  text.match(/-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/g) ?? [];

const isPair = (certificate: string, key: Secret): boolean => {
  try {
    return keyMatches(certificate, key);
  } catch {
    return false;
  }
};

const flawOf = ({ certificate, chain, key }: Offered): string | undefined => {
  if (readCertificate(certificate).kind === "malformed") return "Probably, the certificate format is invalid.";
  if (blocksOf(chain).some((pem) => readCertificate(pem).kind === "malformed"))
    return "Probably, the CA certificate format is invalid.";
  return isPair(certificate, key) ? undefined : "Probably, the private key does not match the certificate.";
};

type Shelf = Ground["shelf"];
type Version = NonNullable<ReturnType<Shelf["active"]>>;

/** The versions of the shelf, each remembered from when it was first seen: what another one stands on. */
const createWatch = (shelf: Shelf) => {
  const seen = new Map<string, string>();
  return {
    activeOf: ({ webspace }: PleskSite): Version | undefined => {
      const active = shelf.active(webspace);
      if (active) seen.set(`${webspace} ${active.number}`, active.certificate.sha256);
      return active;
    },
    isBelow: ({ webspace }: PleskSite, { replaced }: Version, sha256: string): boolean =>
      seen.get(`${webspace} ${replaced}`) === sha256,
  };
};

/** What came onto a site from elsewhere, under the name that the rival gives it. */
const adopt = (site: PleskSite, { certificate, material }: Version): Stored => {
  const name = `Lets Encrypt ${site.name}`;
  const [, ...chain] = material.certificates;
  const stored = { name, certificate, chain, key: material.key };
  site.repository.set(name, stored);
  return stored;
};

/** Over the ground's shelf, which knows versions and no names. */
export const createCertificates = ({ shelf }: Ground, habits: Habits): Certificates => {
  const watch = createWatch(shelf);
  /** What a careless server says that its sites use. */
  const claimed = new Map<string, Stored>();

  const boundTo: Certificates["boundTo"] = (site) => {
    const active = watch.activeOf(site);
    const isActive = ({ certificate }: Stored): boolean => certificate.sha256 === active?.certificate.sha256;
    const known = claimed.get(site.name) ?? [...site.repository.values()].find(isActive);
    return known ?? (active && adopt(site, active));
  };

  const bind: Certificates["bind"] = (site, stored) => {
    if (habits.installsNothing) return void claimed.set(site.name, stored);
    const active = watch.activeOf(site);
    const { certificate, chain, key } = stored;
    if (active?.certificate.sha256 === certificate.sha256) return;
    if (active && watch.isBelow(site, active, certificate.sha256)) {
      shelf.restore(site.webspace, active.certificate.sha256, active.replaced);
      return;
    }
    const material = { key, certificates: [certificate.pem, ...chain] };
    shelf.install(site.webspace, { certificate, material, ifVersion: active?.number ?? 0 });
  };

  const unbind: Certificates["unbind"] = (site) => {
    const top = watch.activeOf(site);
    if (top) shelf.restore(site.webspace, top.certificate.sha256, top.replaced);
    const below = watch.activeOf(site);
    return !below || (below.number !== top?.number && unbind(site));
  };

  const store: Certificates["store"] = (site, offered) => {
    const flaw = habits.refusesCertificates ?? flawOf(offered);
    const read = readCertificate(offered.certificate);
    if (flaw !== undefined || read.kind === "malformed") return flaw;
    const { name, key } = offered;
    site.repository.set(name, { name, key, certificate: read.certificate, chain: blocksOf(offered.chain) });
    return undefined;
  };

  return { boundTo, store, bind, unbind, isInUse: (site, name) => boundTo(site)?.name === name };
};
