import { asId, type HostExamination, type HostFinding, isFailure, type SiteId } from "@hostseal/core";
import { domainsOf } from "./account/domains.ts";
import type { Client } from "./api/client.ts";
import { acmeConfig, session, version } from "./wire.ts";

/** What a login key must allow, and what for. */
const NEEDED: Readonly<Record<string, string>> = {
  CMD_API_SHOW_DOMAINS: "to list the domains",
  CMD_API_ADDITIONAL_DOMAINS: "to see whether SSL is on for a domain",
  CMD_API_SUBDOMAINS: "to list the subdomains",
  CMD_API_DOMAIN_POINTER: "to list the pointers",
  CMD_API_DOMAIN: "to switch SSL on for a domain",
  CMD_API_DNS_CONTROL: "to write and remove DNS records of validations",
  filemanager: "to look at files",
};
const CERTIFICATES: Readonly<Record<string, string>> = {
  "domain-tls": "to install certificates",
  CMD_API_SSL: "to install certificates where there is no domain-tls",
};
const FILES: Readonly<Record<string, string>> = {
  "filemanager-actions": "to write and remove files of validations",
  CMD_API_FILE_MANAGER: "to write and remove files where there are no filemanager-actions",
};

const missing = (wanted: Readonly<Record<string, string>>, allowed: readonly string[]): readonly HostFinding[] =>
  Object.entries(wanted)
    .filter(([command]) => !allowed.includes(command))
    .map(([command, purpose]) => ({
      kind: "permission-missing",
      what: `${command}, ${purpose}`,
      fix: `Add ${command} to the allowed commands of the login key (Login Keys, or PATCH /api/login-keys/keys/{id}).`,
    }));

/** Of commands that stand for each other, one is enough. */
const missingAll = (wanted: Readonly<Record<string, string>>, allowed: readonly string[]): readonly HostFinding[] => {
  const findings = missing(wanted, allowed);
  return findings.length === Object.keys(wanted).length ? findings : [];
};

/** Older versions, and servers that tell it to administrators only, do not say it. */
const softwareOf = async (client: Client): Promise<string> => {
  try {
    const reply = await client.ask({ method: "GET", path: "/api/version" });
    if (reply.kind === "refused") return "DirectAdmin, version not told";
    return `DirectAdmin ${client.take(reply, version).version}`;
  } catch (thrown) {
    if (isFailure(thrown, "host.permission-missing")) return "DirectAdmin, version not told";
    throw thrown;
  }
};

const OLDER: HostFinding = {
  kind: "unsupported",
  what: "This version has no list of names that automatic certificates leave alone",
  fix: "Update DirectAdmin, or see to it that admin_ssl_replace_all_expired_invalid is not 2 (da config-set).",
};

/** Automatic certificates as one domain has them: the server's usual setting shows there. */
const rivalsOn = async (client: Client, site: SiteId): Promise<readonly HostFinding[]> => {
  const path = `/api/domain-tls/${encodeURIComponent(site)}/acme-config`;
  const reply = await client.ask({ method: "GET", path });
  if (reply.kind === "refused" && reply.refusal.status === 404) return [OLDER];
  const { enabled, provider } = client.take(reply, acmeConfig);
  if (!enabled) return [];
  return [
    {
      kind: "rival",
      what: `Automatic certificates (ACME${provider === "" ? "" : `, ${provider}`}) are on for ${site}`,
      fix: "Nothing to do: names with a certificate of ours are put on the list that ACME skips, and taken off again.",
    },
  ];
};

/** Version, permissions and rivals, four calls. */
export const examineOn = async (client: Client): Promise<HostExamination> => {
  const software = await softwareOf(client);
  const { allowedCommands } = await client.read({ method: "GET", path: "/api/session" }, session);
  const findings = [
    ...missing(NEEDED, allowedCommands),
    ...missingAll(CERTIFICATES, allowedCommands),
    ...missingAll(FILES, allowedCommands),
  ];
  if (findings.length > 0) return { software, findings };
  const [domain] = await domainsOf(client);
  return { software, findings: domain === undefined ? [] : await rivalsOn(client, asId(domain)) };
};
