import type { Artefact, MethodChoice, Order, Validation } from "@hostseal/core";
import { approverAddresses, type DomainName, type Instant, isWildcard, toUnicodeName } from "@hostseal/rules";

/** A method that can be chosen for a name, as a form sends it. */
export type MethodOption = { readonly value: string; readonly method: string; readonly address: string };

export type ProofView = {
  readonly name: DomainName;
  readonly text: string;
  readonly status:
    | { readonly kind: "waiting" }
    | { readonly kind: "valid"; readonly at: Instant; readonly reused: boolean }
    | { readonly kind: "failed"; readonly evidence: string };
  /** What the customer has to publish or to answer; nothing when we do it. */
  readonly byHand?: Artefact;
  readonly found?: string;
  readonly chosen: string;
  readonly options: readonly MethodOption[];
};

const valueOf = (choice: MethodChoice): string =>
  choice.method === "email" ? `email:${choice.address}` : choice.method;

/** DNS for every name, a file for every one that is no wildcard, and the addresses of the rules. */
const optionsFor = (name: DomainName): readonly MethodOption[] => {
  const plain = isWildcard(name) ? ["dns-txt", "dns-cname"] : ["dns-txt", "dns-cname", "file"];
  return [
    ...plain.map((method) => ({ value: method, method, address: "" })),
    ...approverAddresses(name).map((address) => ({ value: `email:${address}`, method: "email", address })),
  ];
};

const statusOf = ({ issuer: { status } }: Validation): ProofView["status"] => {
  switch (status.kind) {
    case "valid":
      return { kind: "valid", at: status.at, reused: status.reused };
    case "failed":
      return { kind: "failed", evidence: status.evidence };
    case "pending":
      return { kind: "waiting" };
  }
};

const toProofView = (validation: Validation, told: Readonly<Record<string, MethodChoice>>): readonly ProofView[] => {
  const { subject, artefact } = validation.issuer;
  if (subject.kind !== "name") return [];
  const { name } = subject;
  const choice = told[name];
  const isOpen = validation.issuer.status.kind !== "valid";
  return [
    {
      name,
      text: toUnicodeName(name),
      status: statusOf(validation),
      ...(isOpen && validation.progress.kind === "by-hand" && artefact && { byHand: artefact }),
      ...(isOpen && validation.look && { found: validation.look.found }),
      chosen: choice ? valueOf(choice) : "",
      options: isOpen ? optionsFor(name) : [],
    },
  ];
};

/** The proofs of the trip under way, name by name. */
export const toProofViews = ({ enrolment }: Order): readonly ProofView[] => {
  if (enrolment?.phase.kind !== "validating") return [];
  const { validations, told } = enrolment.phase;
  return validations.flatMap((validation) => toProofView(validation, told));
};
