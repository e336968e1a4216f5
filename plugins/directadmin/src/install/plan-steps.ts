import type { InstallStep } from "@hostseal/core";
import type { CertificateFacts } from "@hostseal/pki";
import { toIso } from "@hostseal/rules";
import type { PlaceKind } from "../tls/certificate-place.ts";
import { isNamed } from "../tls/is-named.ts";
import type { Undo } from "./undo.ts";

const COMMANDS: Readonly<Record<PlaceKind, string>> = {
  "domain-tls": "/api/domain-tls",
  "ssl-command": "CMD_API_SSL",
  "server-tls": "/api/server-tls",
};

const inWords = (previous: string | null): string => (previous === null ? "none" : `sha256 ${previous}`);

/** What `apply` does, for a person; `slot` is the id under which the panel keeps the certificate. */
export const planSteps = (undo: Undo, leaf: CertificateFacts, slot: string): readonly InstallStep[] => {
  const { site, place, previous, keepsake, wasSslOff, skipped } = undo;
  const keep: InstallStep = {
    kind: "write-file",
    summary: "Keep what the site has now in the account's home, sealed",
    detail: `~/${keepsake}`,
  };
  const switchOn: InstallStep = { kind: "call", summary: `Switch SSL on for ${site} (CMD_API_DOMAIN)` };
  const put: InstallStep = {
    kind: "call",
    summary: `Put the certificate on ${site}, under the id ${slot} (${COMMANDS[place]})`,
    detail: `- ${inWords(previous)}\n+ sha256 ${leaf.sha256}, valid until ${toIso(leaf.notAfter)}`,
  };
  const skip: InstallStep = {
    kind: "call",
    summary: "Keep its names from automatic certificates",
    detail: skipped.map((name) => `+ ${name}`).join("\n"),
  };
  const reload: InstallStep = {
    kind: "reload",
    summary: "The panel writes the web server's configuration anew and reloads it",
  };
  const mail: InstallStep = {
    kind: "reload",
    summary: `Exim and Dovecot show it to mail programs that ask for mail.${site}`,
  };
  return [
    keep,
    ...(wasSslOff ? [switchOn] : []),
    put,
    ...(skipped.length > 0 ? [skip] : []),
    reload,
    ...(isNamed(leaf.names, `mail.${site}`) ? [mail] : []),
  ];
};
