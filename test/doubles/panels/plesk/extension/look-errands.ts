import { VERSION } from "../operators/server.ts";
import { hasPermission, type Premises } from "../premises.ts";
import type { Permission } from "../secret-keys.ts";
import { encoded, type Errand, forAccount, forSite } from "./errand.ts";

const PERMISSIONS: readonly Permission[] = ["manage_phosting", "manage_dns"];

const suffixesOf = (host: string): readonly string[] => {
  const labels = host.split(".");
  return labels.map((_, start) => labels.slice(start).join("."));
};

const zoneOf = (host: string, account: string, { estate, ground }: Premises) => {
  const site = suffixesOf(host).flatMap((name) => estate.siteNamed(name) ?? [])[0];
  const zone = site && ground.zones.zoneOf(site.name);
  const isKept =
    zone && site.subscription.owner === account && ground.accounts.get(account)?.zones.includes(zone.origin);
  const keeper = isKept ? estate.siteNamed(zone.origin) : undefined;
  return zone && keeper ? { zone: zone.origin, "site-id": String(keeper.id) } : { zone: "" };
};

export const lookErrands: Readonly<Record<string, Errand>> = {
  describe: forAccount((_account, _parameters, { caller }) => ({
    version: "1.0.0",
    plesk: VERSION,
    missing: PERMISSIONS.filter((permission) => !hasPermission(caller, permission)).join(","),
    rivals: "sslit,letsencrypt",
  })),
  look: forSite((site, _parameters, { premises: { certificates, services } }) => {
    const bound = certificates.boundTo(site);
    return {
      id: String(site.id),
      ssl: String(bound !== undefined),
      certificate: bound?.name ?? "",
      pem: encoded(bound?.certificate.pem ?? ""),
      mail: services.get(`mail ${site.name}`) ?? "",
      webmail: services.get(`webmail ${site.name}`) ?? "",
    };
  }),
  "zone-of": forAccount((account, { host = "" }, { premises }) => zoneOf(host, account, premises)),
};
