import { failure, type Host, type InstallKey, isFailure } from "@hostseal/core";
import { keyMatches, readCertificate } from "@hostseal/pki";
import { installCertificate } from "./install-certificate.ts";
import { createKeeper } from "./keeper.ts";
import { fromReceipt, type Undo } from "./receipt.ts";
import type { Remote } from "./remote.ts";
import { toPlan } from "./to-plan.ts";

export type InstallationWith = {
  readonly account: string;
  /** Services that get the certificate of a site where the panel allows it. */
  readonly services: readonly string[];
};

const isKeyFor = (certificate: string, key: InstallKey): boolean => {
  try {
    return key.kind === "kept" || keyMatches(certificate, key.pem);
  } catch {
    return false;
  }
};

/** The panel still listens, and has said no. */
const isRefusal = (thrown: unknown): boolean =>
  !isFailure(thrown, "host.unreachable") && !isFailure(thrown, "host.malformed-answer");

/** Certificates through the panel's `install-cert`, between what the module keeps and what it puts back. */
export const createInstallation = (
  remote: Remote,
  { account, services }: InstallationWith,
): Pick<Host, "installed" | "plan" | "apply" | "commit" | "rollback"> => {
  const { host } = remote;
  const keeper = createKeeper(remote, account);
  const refused = (because: string) => failure("host.refused", { host, because });

  const readBack = async ({ domain, sha256, services }: Undo): Promise<void> => {
    const after = await keeper.look(domain);
    const without = services.find((service) => !after.services.used.includes(service));
    if (after.sha256 !== sha256) throw refused("it has another certificate than the one it says it installed");
    if (!after.tls) throw refused("TLS is off although it says it turned it on");
    if (without !== undefined) throw refused(`${without} cannot be given the certificate: take it out of services`);
    if (after.renewal) throw refused("it would still replace the certificate with a free one by itself");
  };

  const restore = async (undo: Undo, receipt: string): Promise<void> => {
    const { sha256, was_kept } = await keeper.restore(undo, receipt);
    if (was_kept && sha256 === undo.sha256)
      throw refused("the certificate is still there although it says it took it back");
  };

  return {
    installed: async (site) => {
      const read = readCertificate((await keeper.look(site)).certificate ?? "");
      if (read.kind === "malformed") return undefined;
      const { sha256, notAfter } = read.certificate;
      return { sha256, notAfter };
    },

    plan: async (request) => toPlan(request, { host, look: await keeper.look(request.site), services }),

    apply: async (plan, key) => {
      const { receipt } = plan;
      const undo = fromReceipt(receipt, host);
      if (!isKeyFor(plan.certificate, key)) throw refused("the private key does not belong to the certificate");
      await keeper.keep(undo, receipt.id, key);
      try {
        await installCertificate(remote, plan, undo, key);
        await readBack(undo);
      } catch (thrown) {
        // Nothing stays half done; whoever hears of the failure rolls back again, so this may fail.
        if (isRefusal(thrown)) await restore(undo, receipt.id).catch(() => undefined);
        throw thrown;
      }
    },

    commit: async (receipt) => keeper.settle(fromReceipt(receipt, host), receipt.id),
    rollback: async (receipt) => restore(fromReceipt(receipt, host), receipt.id),
  };
};
