import type { HostExamination, HostFinding } from "@hostseal/core";
import type { Agent, PacketAnswer } from "./api/agent.ts";
import { errandsOf, isMissing, toErrand } from "./api/extension.ts";
import { empties, node } from "./api/markup.ts";
import { PERMISSIONS } from "./api/translate.ts";
import { type Description, description, server } from "./wire.ts";

const RIVALS: Readonly<Record<string, string>> = {
  sslit: "SSL It! can put certificates of its own on these sites",
  letsencrypt: "Let's Encrypt can put certificates of its own on these sites",
};

const RIVAL_FIX =
  'Switch "Keep websites secured" off for the sites that Hostseal looks after: Websites & Domains, SSL/TLS Certificates.';

const MISSING: Readonly<Record<string, string>> = {
  manage_phosting: PERMISSIONS.hosting,
  manage_dns: PERMISSIONS.dns,
};

export const toFindings = ({ missing, rivals }: Description): readonly HostFinding[] => [
  ...missing.map((permission) => ({
    kind: "permission-missing" as const,
    what: MISSING[permission] ?? permission,
    fix: `Grant it to whom the secret key belongs, or make a key of the administrator: plesk bin secret_key --create.`,
  })),
  ...rivals.map((rival) => ({ kind: "rival" as const, what: RIVALS[rival] ?? rival, fix: RIVAL_FIX })),
];

const NOT_INSTALLED: HostFinding = {
  kind: "unsupported",
  what: "The Hostseal extension is missing on this server, and without it no certificate can be read or installed",
  fix: "Install it on the server: plesk bin extension --install hostseal-plesk.zip",
};

const versionOf = (answer: PacketAnswer): string => {
  const [stat] = answer.verdicts("server", "get");
  return stat?.kind === "ok" ? answer.read(stat.content, server).stat.version.plesk_version : "0 (version not told)";
};

/** One call: what Plesk says of itself, and what our extension says of the credential and of its neighbours. */
export const examine = async (agent: Agent, account: string): Promise<HostExamination> => {
  const answer = await agent.ask([node("server", node("get", ...empties("stat"))), toErrand("describe", { account })]);
  if (answer.verdicts("extension", "call").some(isMissing))
    return { software: `Plesk ${versionOf(answer)}`, findings: [NOT_INSTALLED] };
  const wish = { errand: "describe", site: account, schema: description, host: agent.host } as const;
  const [told] = errandsOf(answer, wish);
  return { software: `Plesk ${told?.plesk ?? versionOf(answer)}`, findings: told ? toFindings(told) : [] };
};
