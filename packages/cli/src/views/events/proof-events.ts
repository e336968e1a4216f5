import type { ByHandReason, OrderEventKind, PublishedProof } from "@hostseal/core";
import { toNameText } from "../names.ts";
import type { ToLine } from "./line.ts";
import { good, note, silent, wait } from "./line.ts";

const where = (proof: PublishedProof): string =>
  proof.kind === "record"
    ? `as ${proof.record.type} record at ${proof.record.host}`
    : `as file ${proof.path} on ${proof.host}:${proof.site}`;

const byHand: Readonly<Record<ByHandReason, string>> = {
  "zone-elsewhere": "its DNS is elsewhere, so somebody must create the record there",
  "site-elsewhere": "its site is elsewhere, so somebody must put the file there",
  mail: "somebody must follow the link in the message",
};

type Kinds = Extract<OrderEventKind, `proof.${string}` | `check.${string}`>;

/** Lines for the proofs of control. */
export const proofEvents: { readonly [Kind in Kinds]: ToLine<Kind> } = {
  "proof.begun": silent,
  "proof.published": ({ name, proof }) => good(`The proof for ${toNameText(name)} is published ${where(proof)}`),
  "proof.by-hand": ({ name, because }) => wait(`${toNameText(name)}: ${byHand[because]}`),
  "proof.seen": ({ name }) => good(`The proof for ${toNameText(name)} is visible from outside`),
  "proof.not-seen": ({ name, found }) => note(`The proof for ${toNameText(name)} is not visible yet; found ${found}`),
  "proof.withdrawn": ({ proof }) => note(`The proof ${where(proof)} is taken away again`),
  "check.requested": silent,
};
