import type { DomainName } from "@hostseal/rules";
import type { ByHandReason, PublishedProof, Validation } from "../../orders/validation.ts";
import type { Order } from "../../orders/order.ts";
import type { Host, ZoneRecord } from "../../ports/host.ts";
import type { Artefact } from "../../validation/artefact.ts";
import { lookFor } from "../../validation/look-for.ts";
import type { Performer } from "../performer.ts";
import { happened } from "../performer.ts";
import { needed } from "./needed.ts";

const validationOf = (order: Order, name: DomainName): Validation =>
  needed(
    order.enrolment?.phase.kind === "validating"
      ? order.enrolment.phase.validations.find(
          ({ issuer }) => issuer.subject.kind === "name" && issuer.subject.name === name,
        )
      : undefined,
    `a validation of ${name}`,
  );

const artefactOf = (order: Order, name: DomainName): Artefact =>
  needed(validationOf(order, name).issuer.artefact, `an artefact for ${name}`);

const toRecord = (artefact: Extract<Artefact, { kind: "dns-txt" | "dns-cname" }>): ZoneRecord =>
  artefact.kind === "dns-txt"
    ? { type: "TXT", host: artefact.host, value: artefact.value }
    : { type: "CNAME", host: artefact.host, value: artefact.target };

const publishRecord = async (record: ZoneRecord, hosts: readonly Host[]): Promise<PublishedProof | undefined> => {
  for (const { id, zone } of hosts) {
    if (zone === undefined || (await zone.zoneFor(record.host)) === undefined) continue;
    await zone.add(record);
    return { kind: "record", host: id, record };
  }
  return undefined;
};

const publishFile = async (
  { name, path, body }: Extract<Artefact, { kind: "file" }>,
  hosts: readonly Host[],
): Promise<PublishedProof | undefined> => {
  for (const { id, webroot } of hosts) {
    const site = await webroot?.siteFor(name);
    if (webroot === undefined || site === undefined) continue;
    await webroot.publish(site, path, body);
    return { kind: "file", host: id, site, path, body };
  }
  return undefined;
};

type Published = { readonly proof: PublishedProof } | { readonly because: ByHandReason };

const publish = async (artefact: Artefact, hosts: readonly Host[]): Promise<Published> => {
  if (artefact.kind === "email") return { because: "mail" };
  if (artefact.kind === "file") {
    const proof = await publishFile(artefact, hosts);
    return proof === undefined ? { because: "site-elsewhere" } : { proof };
  }
  const proof = await publishRecord(toRecord(artefact), hosts);
  return proof === undefined ? { because: "zone-elsewhere" } : { proof };
};

/** Puts a proof where the issuer will look, if a host of ours can; otherwise notes that a person must. */
export const publishProof: Performer<"publish-proof"> = async ({ world, order }, { name }) => {
  const published = await publish(artefactOf(order, name), world.hostsOf(order));
  return "proof" in published
    ? happened({ kind: "proof.published", name, proof: published.proof })
    : happened({ kind: "proof.by-hand", name, because: published.because });
};

/** Looks from outside whether the proof is visible. */
export const lookForProof: Performer<"look-for-proof"> = async ({ world, order }, { name }) => {
  const look = await lookFor(artefactOf(order, name), world.probe);
  return look.kind === "seen"
    ? happened({ kind: "proof.seen", name })
    : happened({ kind: "proof.not-seen", name, found: look.found });
};

/** Takes a proof out of the world again. */
export const withdrawProof: Performer<"withdraw-proof"> = async ({ world }, { proof }) => {
  const host = world.host(proof.host);
  if (proof.kind === "record") await host.zone?.remove(proof.record);
  else await host.webroot?.withdraw(proof.site, proof.path);
  return happened({ kind: "proof.withdrawn", proof });
};
