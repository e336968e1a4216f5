import { type HostExamination, type HostFinding, isFailure } from "@hostseal/core";
import { grantCommand } from "./capabilities.ts";
import type { Remote } from "./remote.ts";
import { MODULE_MISSING } from "./to-failure.ts";
import { about, type About } from "./wire.ts";

const WITHOUT_MODULE: HostExamination = {
  software: "Virtualmin",
  findings: [
    {
      kind: "unsupported",
      what: `${MODULE_MISSING}: DNS records can be written, and nothing else`,
      fix: "Install it as root: /usr/share/webmin/install-module.pl hostseal.wbm.gz, then enable the plugin.",
    },
  ],
};

const lacking = (account: string, capability: string): HostFinding => ({
  kind: "permission-missing",
  what: `can-edit ${capability}`,
  fix: `Grant it as root: ${grantCommand(account, capability)}`,
});

const renewing = (domain: string): HostFinding => ({
  kind: "rival",
  what: `Virtualmin renews the certificate of ${domain} with a free one`,
  fix: "Nothing to do: installing a certificate here switches that off, and taking it back switches it on again.",
});

const toExamination = ({ software, lacks, renewing: domains }: About, account: string): HostExamination => ({
  software,
  findings: [...lacks.map((capability) => lacking(account, capability)), ...domains.map(renewing)],
});

const isModuleMissing = (thrown: unknown): boolean =>
  isFailure(thrown, "host.refused") && thrown.parameters["because"] === MODULE_MISSING;

/** What the module tells of the server and of this account's rights; that it is missing is told as well. */
export const examine = async (remote: Remote, account: string): Promise<HostExamination> => {
  try {
    const call = { program: "hostseal-about", fields: { owner: account } };
    return toExamination(await remote.runOwn(call, about), account);
  } catch (thrown) {
    if (isModuleMissing(thrown)) return WITHOUT_MODULE;
    throw thrown;
  }
};
