import { isFailure } from "@hostseal/core";
import type { CpanelClient } from "../client.ts";
import { excludedDomains } from "../wire.ts";

/**
 * Names that AutoSSL leaves alone already; nothing where the account has no AutoSSL. AutoSSL touches no certificate of
 * others unless the server's administrator wants it to, so that a refusal here is no reason to leave a site without.
 */
export const excludedNames = async (client: CpanelClient): Promise<readonly string[] | undefined> => {
  try {
    const listed = await client.uapi("SSL::get_autossl_excluded_domains", excludedDomains);
    return listed.map(({ excluded_domain: name }) => name);
  } catch (thrown) {
    if (isFailure(thrown, "host.permission-missing") || isFailure(thrown, "host.refused")) return undefined;
    throw thrown;
  }
};

const change = async (client: CpanelClient, call: string, names: readonly string[]): Promise<void> => {
  if (names.length > 0) await client.ask(call, { domains: names.join(",") });
};

export const excludeFromAutossl = async (client: CpanelClient, names: readonly string[]): Promise<void> =>
  change(client, "SSL::add_autossl_excluded_domains", names);

export const returnToAutossl = async (client: CpanelClient, names: readonly string[]): Promise<void> =>
  change(client, "SSL::remove_autossl_excluded_domains", names);
