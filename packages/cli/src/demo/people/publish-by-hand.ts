import type { Artefact, Order } from "@hostseal/core";
import type { DemoWorld, DnsEntry } from "@hostseal/sandbox";

type RecordArtefact = Extract<Artefact, { kind: "dns-txt" | "dns-cname" }>;

const isRecord = (artefact: Artefact | undefined): artefact is RecordArtefact =>
  artefact?.kind === "dns-txt" || artefact?.kind === "dns-cname";

/** The records that an order waits for and nobody but a person can create. */
const wantedRecords = ({ enrolment }: Order): readonly RecordArtefact[] => {
  if (enrolment?.phase.kind !== "validating") return [];
  return enrolment.phase.validations
    .filter(({ progress }) => progress.kind === "by-hand")
    .map(({ issuer }) => issuer.artefact)
    .filter(isRecord);
};

const toEntry = (artefact: RecordArtefact): DnsEntry =>
  artefact.kind === "dns-txt"
    ? { host: artefact.host, type: "TXT", value: artefact.value }
    : { host: artefact.host, type: "CNAME", value: artefact.target };

/** Creates the records an order asks for at the other DNS provider, in place of older ones, and says which. */
export const publishByHand = ({ controls }: DemoWorld, order: Order): readonly DnsEntry[] => {
  const entries = wantedRecords(order).map(toEntry);
  for (const entry of entries) {
    const older = controls.dns
      .zoneEntries(entry.host)
      .filter(({ host, type }) => host === entry.host && type === entry.type);
    for (const one of older) controls.dns.remove(one);
    controls.dns.add(entry);
  }
  return entries;
};
