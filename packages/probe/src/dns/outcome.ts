import type { DnsFailure, DnsRecord, DnssecState } from "@hostseal/core";

/** What one server's reply means for a question. */
export type Outcome =
  | { readonly kind: "records"; readonly records: readonly DnsRecord[]; readonly dnssec: DnssecState }
  /** The name is an alias, and what it stands for is not in the reply; `records` are the CNAMEs on the way. */
  | {
      readonly kind: "alias";
      readonly target: string;
      readonly records: readonly DnsRecord[];
      readonly dnssec: DnssecState;
    }
  | { readonly kind: "no-records"; readonly dnssec: DnssecState }
  | { readonly kind: "no-such-name"; readonly dnssec: DnssecState }
  | Failed;

export type Failed = { readonly kind: "failed"; readonly because: DnsFailure };

export const failed = (because: DnsFailure): Failed => ({ kind: "failed", because });
