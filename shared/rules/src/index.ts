export { allRules, rulesAt } from "./all-rules.ts";
export { APPROVER_MAILBOXES, approverAddresses } from "./approver-addresses.ts";
export { authorizationDomains } from "./authorization-domains.ts";
export type { Brand } from "./brand.ts";
export { BRANDS } from "./brand.ts";
export type { CaaRecord } from "./caa/caa-record.ts";
export type { CaaCaution, CaaQuestion, CaaVerdict } from "./caa/caa-verdict.ts";
export { caaVerdict } from "./caa/caa-verdict.ts";
export type { CaaMismatch } from "./caa/issue-match.ts";
export type { CaaParameter, IssueValue } from "./caa/issue-value.ts";
export { parseIssueValue } from "./caa/issue-value.ts";
export type { CaaIssuerNames } from "./caa/issuer-names.ts";
export { caaIssuerNames } from "./caa/issuer-names.ts";
export type { Citation } from "./citation.ts";
export { LONGEST_COMMON_NAME } from "./common-name.ts";
export type { DayLimit } from "./day-limit.ts";
export type { CaaDuty, DnssecDuty } from "./dns-duties.ts";
export { CAA_PARAMETERS_BINDING_FROM, caaDuty, dnssecDuty } from "./dns-duties.ts";
export type { EkuRules } from "./eku-rules.ts";
export { ekuRules } from "./eku-rules.ts";
export { FILE_FETCH, ACME_HTTP_FETCH } from "./file-fetch.ts";
export { identityReuse, identityReuseUntil } from "./identity-reuse.ts";
export type { Instant } from "./instant.ts";
export { DAY, HOUR, MINUTE, SECOND, fromIso, toIso } from "./instant.ts";
export type { KeyRefusal, KeyVerdict, OtherAlgorithm, PublicKeyFacts } from "./key-verdict.ts";
export { keyVerdict, weakKeyChecks } from "./key-verdict.ts";
export { latestNotAfter } from "./latest-not-after.ts";
export type { Level } from "./level.ts";
export { LEVELS } from "./level.ts";
export type { PracticeQuestion } from "./licence-practice.ts";
export { longestLicence, refundTerms, reissueRevocation, reissueValidation } from "./licence-practice.ts";
export { VALIDITY_STEPS, advisedValidity, maximumValidity } from "./maximum-validity.ts";
export type { MethodQuestion, MethodVerdict } from "./method-verdict.ts";
export { methodEnd, methodVerdict } from "./method-verdict.ts";
export type { Method } from "./method.ts";
export { METHODS } from "./method.ts";
export type { MpicRequirement } from "./mpic.ts";
export { allowedNonCorroborations, mpic } from "./mpic.ts";
export { baseDomain } from "./names/base-domain.ts";
export { covers } from "./names/covers.ts";
export type { DomainName } from "./names/domain-name.ts";
export { isWildcard, withoutWildcard } from "./names/domain-name.ts";
export type { NameRefusal } from "./names/name-refusal.ts";
export type { ParsedName } from "./names/parse-domain-name.ts";
export { parseDomainName } from "./names/parse-domain-name.ts";
export { toUnicodeName } from "./names/unicode-name.ts";
export { wwwTwin } from "./names/www-twin.ts";
export { PERSISTENT_RECORD } from "./persistent-record.ts";
export { POLICY_OIDS, levelOfPolicies } from "./policy-oids.ts";
export { practisedValidity } from "./practised-validity.ts";
export type { ReissueSchedule } from "./reissue-schedule.ts";
export {
  ARI_POLL,
  LICENCE_REMINDERS,
  ariPollDelay,
  manualValidationLeadDays,
  reissueSchedule,
  retryDelay,
} from "./reissue-schedule.ts";
export { REVOCATION_REASONS, revocationReasonsOffered } from "./revocation-reasons.ts";
export type { Confidence, DatedValue, Row, Rule, Status } from "./row.ts";
export type { PersistentRecord } from "./rows/persistent-txt.ts";
export type { RevocationReason } from "./rows/revocation.ts";
export type { FileFetch } from "./rows/validation.ts";
export { RULES_EDITION } from "./rules-edition.ts";
export type { SctRequirement } from "./scts-required.ts";
export { sctsRequired } from "./scts-required.ts";
export { shortLivedMaximum } from "./short-lived.ts";
export type { SignatureHashVerdict } from "./signature-hash.ts";
export { signatureHashAllowed } from "./signature-hash.ts";
export { RANDOM_VALUE_LIFE, REQUEST_TOKEN_LIFE } from "./token-life.ts";
export type { ReuseScope } from "./validation-reuse.ts";
export { maximumValidationReuse, reuseUntil, validationReuse } from "./validation-reuse.ts";
export type { WildcardVerdict } from "./wildcard-allowed.ts";
export { wildcardAllowed } from "./wildcard-allowed.ts";
