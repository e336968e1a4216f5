import type { InstallPlan, InstallRequest } from "@hostseal/core";
import { fingerprint } from "@hostseal/pki";
import { isSslOn } from "../account/ssl-switch.ts";
import type { Client } from "../api/client.ts";
import type { PlaceKind } from "../tls/certificate-place.ts";
import type { Places } from "../tls/find-place.ts";
import { acmeOf } from "../tls/truce.ts";
import { planSteps } from "./plan-steps.ts";
import { readRequest } from "./read-request.ts";
import type { Undo } from "./undo.ts";

const MARK_LENGTH = 16;

/** What an installation has to respect beside the certificate that is there. */
const circumstances = async (
  client: Client,
  { site }: InstallRequest,
  kind: PlaceKind,
): Promise<{ readonly wasSslOff: boolean; readonly left: readonly string[] }> => {
  if (kind === "server-tls") return { wasSslOff: false, left: [] };
  const [isOn, acme] = await Promise.all([
    isSslOn(client, site),
    kind === "domain-tls" ? acmeOf(client, site) : undefined,
  ]);
  return { wasSslOff: !isOn, left: acme?.skipDNSNames ?? [] };
};

/** What `apply` will do, and what undoes it. Only reads. */
export const planOn = async (
  { client, places }: { readonly client: Client; readonly places: Places },
  request: InstallRequest,
): Promise<InstallPlan> => {
  const { leaf, chain } = readRequest(request, client.host);
  const { place, holding } = await places.find(request.site);
  const { wasSslOff, left } = await circumstances(client, request, place.kind);
  const id = `${request.site.replaceAll(/[^\w.-]/g, "-")}-${leaf.sha256.slice(0, MARK_LENGTH)}`;
  const undo: Undo = {
    site: request.site,
    place: place.kind,
    sha256: leaf.sha256,
    previous: holding.material ? fingerprint(holding.material.leaf).sha256 : null,
    keepsake: `.hostseal-${id}.sealed`,
    wasSslOff,
    skipped: place.kind === "domain-tls" ? leaf.names.filter((name) => !left.includes(name)) : [],
  };
  return {
    site: request.site,
    certificate: leaf.pem,
    chain,
    steps: planSteps(undo, leaf, holding.slot),
    receipt: { id, undo },
    endpoints: [],
  };
};
