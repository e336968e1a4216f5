import { asId, type Host, type HostId } from "@hostseal/core";
import type { Http, ServerTrust } from "@hostseal/http";
import type { Secret } from "@hostseal/pki";
import { readCredential } from "../read-credential.ts";
import { readRootFiles } from "../read-root-files.ts";
import type { Surroundings } from "../surroundings.ts";
import type { PanelConfig } from "./panel-schema.ts";

/** Makes the host of an account on a panel server. */
export type PanelHosts = (account: string) => Host;

type Account = { readonly id: HostId; readonly url: string; readonly account: string; readonly credential: Secret };
type Deps = Pick<Surroundings, "clock" | "random"> & { readonly http: Http };

/** Calls to one panel server, whatever the number of its accounts: each starts a process there. */
const MOST_AT_ONCE = 4;

/** What separates a panel from an account in the id of a host. */
export const ACCOUNT_MARK = "/";

const toTrust = async (trust: PanelConfig["trust"], home: string): Promise<ServerTrust | undefined> => {
  if (trust === undefined) return undefined;
  if ("sha256" in trust) return { kind: "pin", sha256: trust.sha256 };
  return { kind: "roots", roots: await readRootFiles(trust.roots, home) };
};

const loadDriver = async (panel: PanelConfig, deps: Deps): Promise<(account: Account) => Host> => {
  switch (panel.driver) {
    case "cpanel": {
      const { createCpanelHost } = await import("@hostseal/cpanel");
      return (account) => createCpanelHost({ ...panel.settings, ...account }, deps);
    }
    case "plesk": {
      const { createPleskHost } = await import("@hostseal/plesk");
      return (account) => createPleskHost({ ...panel.settings, ...account }, deps);
    }
    case "directadmin": {
      const { createDirectadminHost } = await import("@hostseal/directadmin");
      return (account) => createDirectadminHost({ ...panel.settings, ...account }, deps);
    }
    case "virtualmin": {
      const { createVirtualminHost } = await import("@hostseal/virtualmin");
      return (account) => createVirtualminHost({ ...panel.settings, ...account }, deps);
    }
  }
};

/** Builds the driver of a panel server. Nothing is asked over the network yet. Fails with `config.invalid`. */
export const createPanel = async (id: string, panel: PanelConfig, around: Surroundings): Promise<PanelHosts> => {
  const { createBoundedHttp, createHttp } = await import("@hostseal/http");
  const trust = await toTrust(panel.trust, around.home);
  const http = createBoundedHttp(createHttp({ ...(trust && { trust }) }), MOST_AT_ONCE);
  const credential = await readCredential(panel.credential, around);
  const { clock, random } = around;
  const createHost = await loadDriver(panel, { http, clock, random });
  return (account) =>
    createHost({ id: asId<HostId>(`${id}${ACCOUNT_MARK}${account}`), url: panel.url, account, credential });
};
