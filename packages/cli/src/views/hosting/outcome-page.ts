import type { HostPlan, Installed } from "@hostseal/installer";
import type { CertificateFacts } from "@hostseal/pki";
import { toIso } from "@hostseal/rules";
import { toMoment } from "../times.ts";

/** An installation that was proven and kept. */
export type InstallOutcome = {
  readonly host: string;
  readonly plan: HostPlan;
  readonly installed: Installed;
  readonly certificate: CertificateFacts;
};

const HTTPS = 443;

const seenAt = ({ installed }: InstallOutcome): readonly string[] => [
  ...new Set(installed.before.map(({ spot }) => spot.address)),
];

const neighboursOf = ({ installed, plan }: InstallOutcome): readonly string[] => [
  ...new Set(
    installed.before.flatMap(({ spot }) => (spot.kind === "page" && spot.name !== plan.name ? [spot.name] : [])),
  ),
];

const endpointText = (address: string): string =>
  address.includes(":") ? `[${address}]:${HTTPS}` : `${address}:${HTTPS}`;

const unchangedText = (outcome: InstallOutcome): string => {
  const neighbours = neighboursOf(outcome);
  const others = neighbours.length === 0 ? "" : `the pages of ${neighbours.join(", ")}, and `;
  return `${others}what a client gets that asks for no name`;
};

/** What was installed, where it was seen, and how it can be taken back. */
export const toOutcomePage = (outcome: InstallOutcome): readonly string[] => {
  const { host, plan, installed, certificate } = outcome;
  return [
    `Installed and proven: ${plan.name} on ${host}`,
    `  Certificate  ${certificate.names.join(", ")} until ${toMoment(certificate.notAfter)}`,
    `  Fingerprint  SHA-256 ${plan.sha256}`,
    `  Seen at      ${seenAt(outcome).map(endpointText).join(", ")}, again and again from new connections`,
    `  Unchanged    ${unchangedText(outcome)}`,
    ...plan.notes.map((note) => `  Note         ${note}`),
    `  Take back    hostseal rollback --host ${host} --run ${installed.gate.id}`,
  ];
};

/** The same for a program. */
export const toOutcomeJson = (outcome: InstallOutcome) => {
  const { host, plan, installed, certificate } = outcome;
  return {
    type: "installation",
    host,
    name: plan.name,
    proven: true,
    sha256: plan.sha256,
    notAfter: toIso(certificate.notAfter),
    seenAt: seenAt(outcome).map((address) => ({ address, port: HTTPS })),
    unchanged: neighboursOf(outcome),
    notes: plan.notes,
    run: installed.gate.id,
  };
};
