import type { InstallPlan, InstallRequest, InstallStep } from "@hostseal/core";
import type { CertificateFacts } from "@hostseal/pki";
import type { DomainName } from "@hostseal/rules";
import type { CpanelClient } from "../client.ts";
import { readWanted, requireCovered, toDetail } from "../wanted.ts";
import { storedKeys } from "../wire.ts";
import { installedOn } from "./installed.ts";
import { isMarked, keyMarksOf } from "./key-marks.ts";
import { toReceipt, type Undo } from "./receipt.ts";
import { findVhost } from "./sites.ts";
import { excludedNames } from "./truce.ts";

const MOST_NAMES = 3;

/** A few names in a line. */
const inShort = (names: readonly string[]): string => {
  const rest = names.length - MOST_NAMES;
  return names.slice(0, MOST_NAMES).join(", ") + (rest > 0 ? ` and ${rest} more` : "");
};

type Found = {
  readonly undo: Undo;
  readonly covered: readonly DomainName[];
  readonly present: CertificateFacts | undefined;
  readonly wanted: CertificateFacts;
};

const toSteps = ({ undo, covered, present, wanted }: Found): readonly InstallStep[] => [
  {
    kind: "call",
    summary: `Install the certificate on ${undo.site} for ${inShort(covered)}`,
    detail: toDetail(present, wanted),
  },
  ...(undo.excluded.length === 0
    ? []
    : [{ kind: "call" as const, summary: `Keep AutoSSL away from ${inShort(undo.excluded)}` }]),
  { kind: "reload", summary: "Apache, and mail of these names, serve it once cPanel has reloaded them" },
];

/** Reads four things at once and changes none. */
export const makePlan = async (client: CpanelClient, request: InstallRequest): Promise<InstallPlan> => {
  const { site, certificate, chain } = request;
  const wanted = readWanted(request, client.host);
  const [vhost, present, keys, already] = await Promise.all([
    findVhost(client, site),
    installedOn(client, site),
    client.uapi("SSL::list_keys", storedKeys),
    excludedNames(client),
  ]);
  const covered = requireCovered(vhost.site.names, wanted, client.host);
  const keyMarks = keyMarksOf(certificate);
  const undo: Undo = {
    site,
    ours: { sha256: wanted.sha256, serial: wanted.serial, notAfter: wanted.notAfter },
    ...(present && { before: { sha256: present.sha256, certificate: present.pem } }),
    keyMarks: [...keyMarks],
    hadKey: keys.some((key) => isMarked(key, keyMarks)),
    excluded: already ? covered.filter((name) => !already.includes(name)) : [],
  };
  const steps = toSteps({ undo, covered, present, wanted });
  return { site, certificate, chain, steps, receipt: toReceipt(undo), endpoints: [] };
};
