import { failure } from "@hostseal/core";
import { planInstallation, readConfigOf } from "@hostseal/installer";
import type { HostPlan, PlanWish, Reached, SshHostSettings, WebServerConfig } from "@hostseal/installer";
import type { DomainName } from "@hostseal/rules";

/**
 * The configuration of the web server there, as the server itself has read it; of several the one that serves the name.
 * Fails with why nothing can be installed.
 */
export const readWebServer = (
  reached: Reached,
  { config }: SshHostSettings,
  name?: DomainName,
): Promise<WebServerConfig> =>
  readConfigOf(reached, { ...(config !== undefined && { config }), ...(name !== undefined && { name }) });

/** What would be done for a name. Fails with `host.site-unknown`, and with `host.refused` and the reason. */
export const planOnServer = (host: string, server: WebServerConfig, wish: PlanWish): HostPlan => {
  const planned = planInstallation(server, wish);
  if (planned.kind === "planned") return planned.plan;
  if (planned.kind === "site-unknown") throw failure("host.site-unknown", { host, site: wish.name });
  throw failure("host.refused", { host, because: planned.because });
};
