import type { Host } from "@hostseal/core";
import type { Http } from "@hostseal/http";
import { createDnsZone } from "./dns-zone.ts";
import { readDomains, toSites } from "./domains.ts";
import { examine } from "./examination.ts";
import { createInstallation } from "./installation.ts";
import { createKeyCustody } from "./key-custody.ts";
import { virtualminManifest } from "./manifest.ts";
import { createRemote } from "./remote.ts";
import type { VirtualminSettings } from "./settings.ts";
import { createWebroot } from "./webroot.ts";

/** The Host port over Virtualmin's `remote.cgi`: its own programs, and those of the Hostseal module beside them. */
export const createVirtualminHost = (settings: VirtualminSettings, { http }: { readonly http: Http }): Host => {
  const { id, url, account, credential, login = account, services = [] } = settings;
  const remote = createRemote({ host: `${id} (account ${account})`, url, account, login, credential }, http);
  return {
    id,
    manifest: virtualminManifest,
    examine: async () => examine(remote, account),
    sites: async () => toSites(await readDomains(remote, account)),
    ...createInstallation(remote, { account, services }),
    zone: createDnsZone(remote, account),
    webroot: createWebroot(remote, account),
    keys: createKeyCustody(remote, account),
  };
};
