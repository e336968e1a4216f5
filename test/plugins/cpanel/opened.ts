import type { Host, InstallPlan } from "@hostseal/core";
import type { DomainName } from "@hostseal/rules";
import { onTestFinished } from "vitest";
import type { Issued } from "../../contracts/host-check.ts";
import { type CpanelWish, openCpanel } from "../../contracts/cpanel-subject.ts";

export type OpenedCpanel = Awaited<ReturnType<typeof openCpanel>>;

/** A server of its own for one test. */
export const opened = async (wish?: CpanelWish): Promise<OpenedCpanel> => {
  const subject = await openCpanel(wish);
  onTestFinished(async () => subject.close());
  return subject;
};

export type Prepared = { readonly issued: Issued; readonly plan: InstallPlan };

/** A fresh certificate for one of the subject's sites, and the plan to install it. */
export const prepared = async (
  { host, issue, bare }: OpenedCpanel,
  plot: Pick<OpenedCpanel, "bare">["bare"] = bare,
): Promise<Prepared> => {
  const issued = await issue(plot.name);
  const { certificate, chain } = issued;
  return { issued, plan: await host.plan({ site: plot.site, certificate, chain }) };
};

export const applied = async (host: Host, { plan, issued }: Prepared): Promise<void> =>
  host.apply(plan, { kind: "brought", pem: issued.key });

export const asName = (text: string): DomainName => text as DomainName;
