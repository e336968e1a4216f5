import type { DomainName, Method } from "@hostseal/rules";

/**
 * What must be found for one validation, exactly as the issuer said it; never computed by us.
 * - `dns-txt`: a TXT record at `host` (absolute, without final dot) with `value`
 * - `dns-cname`: a CNAME at `host` that points to `target`
 * - `file`: `body` under `http://<name><path>`
 * - `email`: a message with a link was sent to `address`
 */
export type Artefact =
  | { readonly kind: "dns-txt"; readonly host: string; readonly value: string }
  | { readonly kind: "dns-cname"; readonly host: string; readonly target: string }
  | { readonly kind: "file"; readonly name: DomainName; readonly path: string; readonly body: string }
  | { readonly kind: "email"; readonly address: string };

/** The steps of an organisation check that a customer can see (BR §3.2.2.1, EVG §3.2.2). */
export type OrganisationCheck =
  | "legal-existence"
  | "address"
  | "phone-callback"
  | "requester-authority"
  | "contract-signer";

/** What a validation is about: control of a name, or a fact about the organisation. */
export type ValidationSubject =
  | { readonly kind: "name"; readonly name: DomainName }
  | { readonly kind: "organisation"; readonly check: OrganisationCheck };

export const subjectKey = (subject: ValidationSubject): string =>
  subject.kind === "name" ? subject.name : `organisation:${subject.check}`;

/** Whether two choices are the same; a choice that was never made is none. */
export const isSameChoice = (left: MethodChoice, right: MethodChoice | undefined): boolean =>
  left.method === right?.method &&
  (left.method !== "email" || right.method !== "email" || left.address === right.address);

/** How one name shall be validated; `address` names the approver for e-mail. */
export type MethodChoice =
  | { readonly method: Exclude<Method, "email"> }
  | { readonly method: "email"; readonly address: string };
