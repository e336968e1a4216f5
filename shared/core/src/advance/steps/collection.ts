import { withoutWildcard } from "@hostseal/rules";
import { verifyCollected } from "../../install/verify-collected.ts";
import type { Order } from "../../orders/order.ts";
import type { CompletedValidation, Validation } from "../../orders/validation.ts";
import { servesUntil } from "../../reissue/serves-until.ts";
import type { Performer } from "../performer.ts";
import { happened } from "../performer.ts";
import { needed } from "./needed.ts";

const wasByHand = ({ progress, issuer }: Validation): boolean =>
  issuer.artefact?.kind === "email" || progress.kind === "by-hand" || (progress.kind === "seen" && !progress.proof);

/** What this trip has proven, and until when the rules known today let it serve again. */
const completedBy = (order: Order, validations: readonly Validation[]): readonly CompletedValidation[] =>
  validations.flatMap((one) => {
    const { subject, status, method } = one.issuer;
    if (subject.kind !== "name" || status.kind !== "valid" || method === undefined) return [];
    const { brand, level } = order.product;
    const before = order.completed.find(({ name }) => name === subject.name);
    return [
      {
        name: subject.name,
        authorizationDomain: one.issuer.authorizationDomain ?? withoutWildcard(subject.name),
        method,
        at: status.at,
        reuseUntil: servesUntil({ validatedAt: status.at, brand, level, method }),
        byHand: status.reused ? (before?.byHand ?? false) : wasByHand(one),
      },
    ];
  });

/** Fetches the certificate and takes it only if it is the one that was ordered. */
export const collect: Performer<"collect"> = async ({ world, order, now }) => {
  const enrolment = needed(order.enrolment, "an enrolment");
  const phase = needed(enrolment.phase.kind === "validating" ? enrolment.phase : undefined, "a validating enrolment");
  const issuer = world.issuer(order.product.issuer);
  const certificate = verifyCollected(await issuer.collect(phase.ref, phase.generation), {
    issuer: issuer.manifest.title,
    publicKeySha256: phase.publicKeySha256,
    names: enrolment.names,
    roots: world.roots,
    now,
  });
  return happened({ kind: "certificate.collected", certificate, completed: completedBy(order, phase.validations) });
};
