import { failure, type InstallPlan, type SiteId } from "@hostseal/core";
import { type DomainName, parseDomainName } from "@hostseal/rules";
import { type Bundle, type HostPlan, planInstallation, type WebServerConfig } from "../plan/index.ts";
import { type Undo, toReceipt } from "./receipt.ts";
import type { SshHostSettings } from "./settings.ts";

/** The name by which a site is asked for. Failure: `host.site-unknown`. */
export const nameOf = (host: string, config: WebServerConfig, site: SiteId): DomainName => {
  const name = parseDomainName(site);
  const isKnown = config.sites.some(({ id }) => id === site);
  if (name.kind === "name" && isKnown) return name.name;
  throw failure("host.site-unknown", { host, site });
};

/** What will be done for a site, all of it. Failures: `host.site-unknown`, `host.refused`. */
export const planOn = (
  settings: SshHostSettings,
  config: WebServerConfig,
  wish: Bundle & { readonly site: SiteId },
): HostPlan => {
  const { id: host, clock, roots, redirect = false, hsts = false } = settings;
  const { certificate, chain, site } = wish;
  const name = nameOf(host, config, site);
  const planned = planInstallation(config, {
    name,
    certificate,
    chain,
    at: clock.now(),
    redirect,
    hsts,
    ...(roots && { roots }),
  });
  if (planned.kind === "planned") return planned.plan;
  if (planned.kind === "site-unknown") throw failure("host.site-unknown", { host, site });
  throw failure("host.refused", { host, because: planned.because });
};

export const toInstallPlan = (plan: HostPlan, wish: Bundle & { readonly site: SiteId }, run: string): InstallPlan => {
  const undo: Undo = { run, site: wish.site, digest: plan.digest };
  const { site, certificate, chain } = wish;
  return { site, certificate, chain, steps: plan.steps, receipt: toReceipt(undo), endpoints: plan.endpoints };
};
