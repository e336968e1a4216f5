import type { DomainName } from "@hostseal/rules";
import { isFailure } from "../../errors/failure.ts";
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

/** Where we can publish a proof, if anywhere. */
const placeFor = async (artefact: Artefact, hosts: readonly Host[]): Promise<PublishedProof | undefined> => {
  for (const { id, zone, webroot } of hosts) {
    if (artefact.kind === "file") {
      const { name, path, body } = artefact;
      const site = await webroot?.siteFor(name);
      if (site !== undefined) return { kind: "file", host: id, site, path, body };
    } else if (artefact.kind !== "email") {
      const record = toRecord(artefact);
      if ((await zone?.zoneFor(record.host)) !== undefined) return { kind: "record", host: id, record };
    }
  }
  return undefined;
};

const whyByHand: Readonly<Record<Artefact["kind"], ByHandReason>> = {
  "dns-txt": "zone-elsewhere",
  "dns-cname": "zone-elsewhere",
  file: "site-elsewhere",
  email: "mail",
};

const publish = async (proof: PublishedProof, host: Host): Promise<void> => {
  if (proof.kind === "record") await host.zone?.add(proof.record);
  else await host.webroot?.publish(proof.site, proof.path, proof.body);
};

/**
 * Puts a proof where the issuer will look, if a host of ours can; otherwise notes that a person must. It is written down
 * before it is published, so that it is taken away again whatever becomes of the answer.
 */
export const publishProof: Performer<"publish-proof"> = async (context, { name }) => {
  const { world, order } = context;
  const artefact = artefactOf(order, name);
  const proof = await placeFor(artefact, world.hostsOf(order));
  if (proof === undefined) return happened({ kind: "proof.by-hand", name, because: whyByHand[artefact.kind] });
  await context.writeDown({ kind: "proof.begun", name, proof });
  await publish(proof, world.host(proof.host));
  return happened({ kind: "proof.published", name, proof });
};

/** Looks from outside whether the proof is visible. */
export const lookForProof: Performer<"look-for-proof"> = async ({ world, order }, { name }) => {
  const look = await lookFor(artefactOf(order, name), world.probe);
  return look.kind === "seen"
    ? happened({ kind: "proof.seen", name })
    : happened({ kind: "proof.not-seen", name, found: look.found });
};

const withdraw = async (proof: PublishedProof, host: Host): Promise<void> => {
  try {
    if (proof.kind === "record") await host.zone?.remove(proof.record);
    else await host.webroot?.withdraw(proof.site, proof.path);
  } catch (thrown) {
    if (!isFailure(thrown, "host.site-unknown")) throw thrown;
  }
};

/** Takes a proof out of the world again; one on a site that is gone went with it. */
export const withdrawProof: Performer<"withdraw-proof"> = async ({ world }, { proof }) => {
  await withdraw(proof, world.host(proof.host));
  return happened({ kind: "proof.withdrawn", proof });
};
