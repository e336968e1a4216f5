import type { MethodVerdict } from "@hostseal/rules";

type Refusal = Extract<MethodVerdict, { kind: "refused" }>["because"];

/** Why a method cannot prove control of a name, as the end of a sentence. */
export const methodRefusals: Readonly<Record<Refusal, string>> = {
  "method-sunset": "the rules no longer allow this method",
  "method-not-yet": "the rules do not allow this method yet",
  "method-not-for-wildcard": "this method proves one exact name, not a wildcard",
  "wildcard-not-for-level": "certificates of this level hold no wildcards",
  "method-unknown": "the rules know no such method",
};
