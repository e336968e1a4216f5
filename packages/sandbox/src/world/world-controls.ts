import type { Permission } from "./panel/account.ts";
import type { Panel } from "./panel/panel.ts";
import type { PanelFaults, PlannedFault } from "./panel/panel-faults.ts";
import { putInstalled } from "./panel/put-installed.ts";
import type { KeyAndChain, ServedCertificates } from "./web/served-certificates.ts";
import type { SiteHabits } from "./web/webspace.ts";
import type { DnsEntry } from "./zones/dns-entry.ts";
import { normalHost } from "./zones/dns-entry.ts";
import type { Sickness } from "./zones/sickness.ts";

/** What a person in the demo, or a test, does to the world behind everybody's back. */
export type WorldControls = {
  /** DNS of any zone, hosted here or elsewhere: what a person does by hand at a provider. */
  readonly dns: {
    /** Throws `TypeError` when no zone holds the host. */
    add(entry: DnsEntry): void;
    remove(entry: DnsEntry): void;
    /** All records of the zone that holds a host. */
    zoneEntries(host: string): readonly DnsEntry[];
    /** Makes a zone ill, or well again; for everybody, or only as one of the world's `perspectives` sees it. */
    infect(origin: string, sickness: Sickness | undefined, seenFrom?: string): void;
    /** Answers with the AD bit, or without. */
    sign(origin: string, isSigned: boolean): void;
  };
  readonly web: {
    /** Replaces the habits of a site. */
    teach(site: string, habits: SiteHabits): void;
    /** A held site goes on serving what it serves, whatever is installed: the reload that never comes. */
    hold(site: string, isHeld: boolean): void;
  };
  readonly panel: {
    planFault(fault: PlannedFault): void;
    clearFaults(): void;
    /** Every call so far, as `POST /api/webspaces/bakery/tls/install`. */
    calls(): readonly string[];
    permit(account: string, permission: Permission, isPermitted: boolean): void;
    /** Somebody else installs a certificate. */
    install(site: string, certificate: KeyAndChain): void;
    /** The web server's own test fails with this sentence, or passes again. */
    breakConfig(site: string, sentence: string | undefined): void;
  };
};

type Parts = {
  readonly panel: Panel;
  readonly served: ServedCertificates;
  readonly faults: PanelFaults;
  readonly calls: () => readonly string[];
};

export const createWorldControls = ({ panel, served, faults, calls }: Parts): WorldControls => {
  const zoneOf = (host: string) => {
    const zone = panel.zones.zoneOf(normalHost(host));
    if (!zone) throw new TypeError(`no zone holds ${host}`);
    return zone;
  };
  return {
    dns: {
      add: (entry) => zoneOf(entry.host).add(entry),
      remove: (entry) => zoneOf(entry.host).remove(entry),
      zoneEntries: (host) => zoneOf(host).entries(),
      infect: (origin, sickness, seenFrom) => panel.zones.infect(origin, sickness, seenFrom),
      sign: (origin, isSigned) => panel.zones.sign(origin, isSigned),
    },
    web: {
      teach: (site, habits) => panel.webspaces.teach(site, habits),
      hold: (site, isHeld) => served.hold(site, isHeld),
    },
    panel: {
      planFault: (fault) => faults.plan(fault),
      clearFaults: () => faults.clear(),
      calls,
      permit: (account, permission, isPermitted) => panel.accounts.permit(account, permission, isPermitted),
      install: (site, certificate) => putInstalled(panel.shelf, site, certificate),
      breakConfig: (site, sentence) => {
        if (sentence === undefined) panel.configFaults.delete(site);
        else panel.configFaults.set(site, sentence);
      },
    },
  };
};
