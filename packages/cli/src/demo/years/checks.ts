import { verifyChain } from "@hostseal/core";
import {
  DAY,
  latestNotAfter,
  LICENCE_REMINDERS,
  maximumValidity,
  toIso,
  validationReuse,
  VALIDITY_STEPS,
} from "@hostseal/rules";
import type { Check } from "../telling/summary.ts";
import type { ProvenCertificate } from "../telling/certificates.ts";
import { toDay } from "../../views/times.ts";
import type { Evidence } from "./evidence.ts";

/** What went wrong, or what is so; told in either case. */
type Verdict = { readonly wrong: string } | { readonly right: string };
type Judge = (evidence: Evidence) => Verdict;

const SECOND = 1_000;

const lifetimesAreLegal: Judge = ({ certificates }) => {
  const tooLong = certificates.find(
    ({ notBefore, notAfter }) => notAfter > latestNotAfter(notBefore, maximumValidity(notBefore).days),
  );
  if (tooLong !== undefined)
    return { wrong: `certificate ${tooLong.serial} lives longer than the rules of ${toDay(tooLong.notBefore)} allow` };
  return { right: `all ${certificates.length} certificates live within the limits of their issue date` };
};

const namesAreComplete: Judge = ({ order, certificates }) => {
  const short = certificates.find(({ names }) => order.names.some((name) => !names.includes(name)));
  if (short !== undefined) return { wrong: `certificate ${short.serial} does not hold every name` };
  return { right: `every certificate holds ${order.names.join(" and ")}` };
};

const keysAreFresh: Judge = ({ certificates }) => {
  const keys = new Set(certificates.map(({ publicKeySha256 }) => publicKeySha256));
  if (keys.size < certificates.length) return { wrong: "a key was used for two certificates" };
  return { right: "every certificate has a key of its own" };
};

/** A proof that was made before this trip began, and longer ago than it may serve. */
const staleProof = ({ order }: Evidence, { notBefore, begunAt, validations }: ProvenCertificate) =>
  validations.find(({ method, at }) => {
    const { brand, level } = order.product;
    const { days } = validationReuse({ brand, level, method, at: notBefore });
    return at < begunAt && at + days * DAY < notBefore;
  });

const validationsAreFresh: Judge = (evidence) => {
  for (const certificate of evidence.certificates) {
    const stale = staleProof(evidence, certificate);
    if (stale !== undefined)
      return { wrong: `certificate ${certificate.serial} stands on a proof of ${stale.name} of ${toDay(stale.at)}` };
    if (certificate.validations.length < certificate.names.length)
      return { wrong: `certificate ${certificate.serial} holds a name without a proof` };
  }
  const proofs = new Set(
    evidence.certificates.flatMap((one) => one.validations.map(({ name, at }) => `${name} ${at}`)),
  );
  return { right: `every name was proven in time, ${proofs.size} times in all` };
};

const coverageHasNoGap: Judge = ({ certificates, licence }) => {
  for (const [index, { serial, notAfter }] of certificates.entries()) {
    const next = certificates[index + 1];
    if (next !== undefined && next.provenAt > notAfter)
      return { wrong: `nothing was served between ${toIso(notAfter)} and ${toIso(next.provenAt)}, after ${serial}` };
    if (next !== undefined && next.notBefore > next.provenAt) return { wrong: `${next.serial} was served too early` };
  }
  const last = certificates.at(-1);
  if (last === undefined || last.notAfter + SECOND < licence.end)
    return { wrong: `the last certificate ends before the licence, on ${last ? toIso(last.notAfter) : "no day"}` };
  return {
    right: `from ${toIso(certificates[0]?.provenAt ?? 0)} to ${toIso(last.notAfter)} there is no second without one`,
  };
};

const handshakesAgree: Judge = ({ looks }) => {
  const bad = looks.find(({ complaint }) => complaint !== undefined);
  if (bad !== undefined) return { wrong: `on ${toIso(bad.at)}, ${bad.complaint}` };
  const expired = looks.find(({ at, notAfter }) => notAfter === undefined || notAfter < at);
  if (expired !== undefined) return { wrong: `on ${toIso(expired.at)} an expired certificate was served` };
  return { right: `${looks.length} looks from outside over the years found the right certificate, served and valid` };
};

const limitsAreFollowed: Judge = ({ certificates, licence }) => {
  const crossed = VALIDITY_STEPS.filter((at) => at > licence.start && at < licence.end);
  const regimes = [licence.start, ...crossed];
  const idle = regimes.find((from, index) => {
    const to = regimes[index + 1] ?? licence.end;
    return !certificates.some(({ notBefore }) => notBefore >= from - DAY && notBefore < to);
  });
  if (idle !== undefined) return { wrong: `nothing was issued under the rules of ${toDay(idle)}` };
  const days = crossed.map((at) => `${toDay(at)} (${maximumValidity(at).days} days)`);
  return {
    right:
      days.length === 0 ? "no limit changed in these years" : `issued on under each limit, past ${days.join(" and ")}`,
  };
};

const endIsAnnounced: Judge = ({ letters, licence }) => {
  const announced = letters.filter(({ subject }) => subject.includes("the licence ends"));
  const late = LICENCE_REMINDERS.filter((days) => licence.end - days * DAY > licence.start).find((days) => {
    const mark = licence.end - days * DAY;
    return !announced.some(({ receivedAt }) => receivedAt >= mark && receivedAt < mark + DAY);
  });
  if (late !== undefined) return { wrong: `no message came ${late} day(s) before the licence ended` };
  const first = announced[0];
  return {
    right: `the end of the licence was announced ${announced.length} times, first on ${toDay(first?.receivedAt ?? 0)}`,
  };
};

const chargedOnce: Judge = ({ order, ledger }) => {
  const charged = ledger.reduce((sum, { amount }) => sum + amount, 0);
  if (ledger.length !== 1 || charged !== order.price.amount)
    return { wrong: `the authority moved the balance ${ledger.length} times, by ${charged} cents in all` };
  return { right: "the licence was charged once, and nothing for its reissues" };
};

const journalIsUnbroken: Judge = ({ order, journal }) => {
  const verdict = verifyChain(order.id, journal, order.journal.head);
  if (verdict.kind === "broken") return { wrong: `entry ${verdict.sequence} of the journal does not fit` };
  return { right: `the journal of ${verdict.entries} entries is unbroken` };
};

const judges: readonly Judge[] = [
  lifetimesAreLegal, //    make sure that no certificate lives longer than its day of issue allowed
  limitsAreFollowed, //    make sure that every change of the limit was lived through
  namesAreComplete, //     make sure that no name was lost on the way
  keysAreFresh, //         make sure that no key was used twice
  validationsAreFresh, //  make sure that no proof served longer than it may
  coverageHasNoGap, //     make sure that there was no second without a certificate
  handshakesAgree, //      make sure that the outside saw what the records say
  endIsAnnounced, //       make sure that the end of the licence was announced in time
  chargedOnce, //          make sure that money was spent once
  journalIsUnbroken, //    make sure that all of this can be proven
];

const toCheck = (verdict: Verdict): Check =>
  "wrong" in verdict ? { holds: false, sentence: verdict.wrong } : { holds: true, sentence: verdict.right };

/** What the years must have been, each as a sentence that says whether it was so. */
export const checkYears = (evidence: Evidence): readonly Check[] => judges.map((judge) => toCheck(judge(evidence)));
