import type { Failure, HostExamination, InstallPlan, InstallRequest, InstalledCertificate, Site } from "@hostseal/core";
import { asId, failure } from "@hostseal/core";
import { type DomainName, fromIso, parseDomainName } from "@hostseal/rules";
import type { About, Check, Refusal, Undo, Webspaces } from "./wire.ts";

/** Host names of a webspace that no certificate can carry are left out. */
const toNames = (hostnames: readonly string[]): readonly DomainName[] =>
  hostnames.flatMap((text) => {
    const parsed = parseDomainName(text);
    return parsed.kind === "name" ? [parsed.name] : [];
  });

export const toSites = ({ webspaces }: Webspaces): readonly Site[] =>
  webspaces.map(({ id, hostnames, home }) => ({ id: asId(id), names: toNames(hostnames), documentRoot: home }));

export const toInstalled = (active: Check["active"]): InstalledCertificate | undefined =>
  active ? { sha256: active.sha256, notAfter: fromIso(active.valid_until) } : undefined;

const inWords = (active: Check["active"]): string =>
  active ? `sha256 ${active.sha256}, valid until ${active.valid_until}` : "none";

export const toPlan = (request: InstallRequest, answer: Check): InstallPlan => {
  const undo: Undo = { webspace: request.site, sha256: answer.sha256, version: answer.version };
  return {
    site: request.site,
    certificate: request.certificate,
    chain: request.chain,
    steps: [
      { kind: "test", summary: "Test the web server's configuration" },
      {
        kind: "call",
        summary: `Put the certificate on webspace ${request.site} for ${answer.hostnames.join(", ")}`,
        detail: `- ${inWords(answer.active)}\n+ ${inWords(answer)}`,
      },
      { kind: "reload", summary: "Serve it to new connections; those that stand keep the one they have" },
    ],
    receipt: { id: `${undo.webspace}-${undo.version}-${undo.sha256.slice(0, 16)}`, undo },
    endpoints: answer.endpoints,
  };
};

/** Why the panel refuses, in our words; its own stay beside them as evidence. */
const REASONS: Readonly<Record<string, string>> = {
  certificate_unreadable: "it cannot read the certificate",
  chain_unreadable: "it cannot read the chain",
  certificate_for_others: "the certificate is for other names than the site's",
  key_mismatch: "the private key does not belong to the certificate",
  key_unknown: "the private key is not there",
  key_in_use: "a certificate still uses this key",
  not_active: "another certificate was installed since",
  gone: "the certificate before is no longer kept",
  zone_unknown: "the zone of this name is not hosted there",
  record_conflict: "another record of the same name is in the way",
  request_malformed: "it does not understand the request",
  path_taken: "something else is in the way of the file",
  path_not_allowed: "only files below /.well-known/ can be written",
};

const PERMISSIONS: Readonly<Record<string, string>> = {
  "tls:write": "installing certificates (tls:write)",
  "dns:write": "changing DNS records (dns:write)",
  "files:write": "writing files (files:write)",
  "keys:write": "making keys (keys:write)",
};

export type Refused = {
  readonly host: string;
  readonly site: string;
  readonly status: number;
  readonly error: Refusal;
};

export const toExamination = ({ software, version, permissions }: About): HostExamination => ({
  software: `${software} ${version}`,
  findings: Object.entries(PERMISSIONS).flatMap(([permission, what]) =>
    permissions.includes(permission)
      ? []
      : [{ kind: "permission-missing" as const, what, fix: `Grant ${permission} to the credential in the panel.` }],
  ),
});

/** The panel's refusal as a failure of the table. */
export const toFailure = ({ host, site, status, error }: Refused): Failure => {
  const evidence = { evidence: error.message };
  if (status === 401) return failure("host.unauthorised", { host }, evidence);
  if (status === 403) {
    const permission = PERMISSIONS[error.permission ?? ""] ?? error.permission ?? "a permission";
    return failure("host.permission-missing", { host, permission }, evidence);
  }
  if (status >= 500 || status === 429) {
    return failure("host.unreachable", { host, because: `it answers with status ${status}` }, evidence);
  }
  switch (error.code) {
    case "webspace_unknown":
      return failure("host.site-unknown", { host, site }, evidence);
    case "call_unknown":
      return failure("host.malformed-answer", { host, because: "it does not know the call" }, evidence);
    case "version_conflict":
      return failure("host.plan-stale", { host }, evidence);
    case "config_test_failed":
      return failure("host.config-broken", { host, because: error.message }, evidence);
    default:
      return failure(
        "host.refused",
        { host, because: REASONS[error.code] ?? `its reason is "${error.code}"` },
        evidence,
      );
  }
};
