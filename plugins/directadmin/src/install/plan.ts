import type { InstallPlan, InstallRequest, InstallStep } from "@hostseal/core";
import { type CertificateFacts, fingerprint } from "@hostseal/pki";
import { covers, parseDomainName, toIso } from "@hostseal/rules";
import { isSslOn } from "../account/ssl-switch.ts";
import type { Client } from "../api/client.ts";
import type { CertificatePlace, Holding } from "../tls/certificate-place.ts";
import type { Places } from "../tls/find-place.ts";
import { acmeOf } from "../tls/truce.ts";
import { readRequest } from "./read-request.ts";
import type { Undo } from "./undo.ts";

const MARK_LENGTH = 16;

const COMMANDS: Readonly<Record<CertificatePlace["kind"], string>> = {
  "domain-tls": "/api/domain-tls",
  "ssl-command": "CMD_API_SSL",
  "server-tls": "/api/server-tls",
};

const coversName = (certificate: CertificateFacts, name: string): boolean => {
  const wanted = parseDomainName(name);
  return certificate.names.some((text) => {
    const pattern = parseDomainName(text);
    return pattern.kind === "name" && wanted.kind === "name" && covers(pattern.name, wanted.name);
  });
};

const mailStep = (site: string, leaf: CertificateFacts): readonly InstallStep[] =>
  coversName(leaf, `mail.${site}`)
    ? [{ kind: "reload", summary: `Exim and Dovecot show it to mail programs that ask for mail.${site}` }]
    : [];

const stepsFor = (undo: Undo, leaf: CertificateFacts, { slot }: Holding): readonly InstallStep[] => {
  const { site, place, previous, keepsake, wasSslOff, skipped } = undo;
  const detail = `- ${previous ? `sha256 ${previous}` : "none"}\n+ sha256 ${leaf.sha256}, valid until ${toIso(leaf.notAfter)}`;
  return [
    {
      kind: "write-file",
      summary: "Keep what the site has now in the account's home, sealed",
      detail: `~/${keepsake}`,
    },
    ...(wasSslOff ? [{ kind: "call" as const, summary: `Switch SSL on for ${site} (CMD_API_DOMAIN)` }] : []),
    { kind: "call", summary: `Put the certificate on ${site}, under the id ${slot} (${COMMANDS[place]})`, detail },
    ...(skipped.length > 0
      ? [{ kind: "call" as const, summary: `Keep ${skipped.join(", ")} from automatic certificates`.slice(0, 200) }]
      : []),
    { kind: "reload", summary: "The panel writes the web server's configuration anew and reloads it" },
    ...mailStep(site, leaf),
  ];
};

/** What an installation has to respect beside the certificate that is there. */
const circumstances = async (
  client: Client,
  { site }: InstallRequest,
  kind: CertificatePlace["kind"],
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
    steps: stepsFor(undo, leaf, holding),
    receipt: { id, undo },
    endpoints: [],
  };
};
