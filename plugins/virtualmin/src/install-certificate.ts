import type { InstallKey, InstallPlan } from "@hostseal/core";
import type { Secret } from "@hostseal/pki";
import type { Undo } from "./receipt.ts";
import type { Remote } from "./remote.ts";
import { tabbedKey, tabbedPem } from "./tabbed-pem.ts";
import { done } from "./wire.ts";

type Fields = Readonly<Record<string, string | Secret>>;

/** With a brought key, or with the one that the module has put where `install-cert` looks for it. */
const toFields = ({ certificate, chain }: InstallPlan, key: InstallKey): Fields => ({
  cert: tabbedPem(certificate),
  ...(key.kind === "brought" ? { key: tabbedKey(key.pem) } : { "use-newkey": "" }),
  ...(chain.length > 0 && { ca: tabbedPem(chain.map((pem) => pem.trim()).join("\n")) }),
});

/** The panel's own programs, in the order that leaves its renewal with free certificates off. */
export const installCertificate = async (
  remote: Remote,
  plan: InstallPlan,
  { domain, opens, services }: Undo,
  key: InstallKey,
): Promise<void> => {
  const run = async (program: string, fields: Fields): Promise<void> => {
    await remote.run({ program, fields: { domain, ...fields }, site: domain }, done);
  };

  const fields = toFields(plan, key);
  await run("install-cert", fields);
  if (opens !== null) {
    // Turning TLS on switches the renewal on, installing a certificate switches it off.
    await run("enable-feature", { [opens]: "" });
    await run("install-cert", { cert: tabbedPem(plan.certificate) });
  }
  if (services.length > 0) {
    // Each line of a value is an argument of its own.
    await run("install-service-cert", { service: services.join("\n--service\n"), "add-domain": "" });
  }
};
