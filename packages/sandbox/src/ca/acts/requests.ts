import type { MethodChoice, Organisation } from "@hostseal/core";
import type { Instant } from "@hostseal/rules";

/** What a partner says about one certificate. Names and CSR are unchecked text. */
export type CertificateRequest = {
  /** The partner's own number of this request; the same number is the same request. */
  readonly reference: string;
  readonly csr: string;
  readonly names: readonly string[];
  /** Names without a choice get a TXT record. */
  readonly choices: readonly { readonly name: string; readonly choice: MethodChoice }[];
  readonly agreedAt: Instant;
};

export type OrderRequest = CertificateRequest & {
  readonly product: string;
  readonly years: number;
  readonly contactEmails: readonly string[];
  readonly organisation?: Organisation;
};
