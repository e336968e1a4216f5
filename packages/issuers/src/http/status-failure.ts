import type { Failure } from "@hostseal/core";
import { failure } from "@hostseal/core";
import { type HttpAnswer, retryInstant } from "@hostseal/http";
import type { Instant } from "@hostseal/rules";
import { toIso } from "@hostseal/rules";

/** What a failure needs to know beside the answer itself. */
export type Asking = {
  readonly issuer: string;
  /** The issuer's number of the order in question, where there is one. */
  readonly ref?: string;
  readonly spends?: boolean;
  readonly now: Instant;
};

const LONGEST_EVIDENCE = 500;

/** The vendor's own words, without our credential, short enough to keep. */
export const evidenceOf = ({ status, text, redact }: HttpAnswer): string =>
  `HTTP ${status} ${redact(text).slice(0, LONGEST_EVIDENCE)}`.trim();

export const malformed = (answer: HttpAnswer, { issuer }: Pick<Asking, "issuer">, because: string): Failure =>
  failure("issuer.malformed-answer", { issuer, because }, { evidence: evidenceOf(answer) });

/** A server error after a request that spends: it may have acted before it broke. 503 says that it did not. */
const serverFailure = (answer: HttpAnswer, { issuer, spends = false }: Asking): Failure => {
  const evidence = evidenceOf(answer);
  return spends && answer.status !== 503
    ? failure("issuer.answer-lost", { issuer }, { evidence })
    : failure(
        "issuer.unreachable",
        { issuer, because: `its service answers with status ${answer.status}` },
        { evidence },
      );
};

const rateLimited = (answer: HttpAnswer, { issuer, now }: Asking): Failure => {
  const retryAt = retryInstant(answer.retryAfter, now);
  return failure("issuer.rate-limited", { issuer, until: toIso(retryAt) }, { retryAt, evidence: evidenceOf(answer) });
};

/** What an HTTP status means where the vendor says nothing more precise (RFC 9110 §15). Only for answers that are no 2xx. */
export const statusFailure = (answer: HttpAnswer, asking: Asking): Failure => {
  const { issuer, ref = "" } = asking;
  const circumstances = { evidence: evidenceOf(answer) };
  switch (answer.status) {
    case 400:
    case 422:
      return failure("issuer.rejected", { issuer, because: "it does not accept what was sent" }, circumstances);
    case 401:
    case 403:
      return failure("issuer.unauthorised", { issuer }, circumstances);
    case 402:
      return failure("issuer.funds", { issuer }, circumstances);
    case 404:
    case 410:
      return failure("issuer.order-unknown", { issuer, ref }, circumstances);
    case 409:
      return failure("issuer.wrong-state", { issuer, because: "the order does not allow it" }, circumstances);
    case 429:
      return rateLimited(answer, asking);
    default:
      return answer.status >= 500
        ? serverFailure(answer, asking)
        : malformed(answer, asking, `status ${answer.status} means nothing here`);
  }
};
