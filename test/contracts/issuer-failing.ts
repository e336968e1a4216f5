import { equal, ok } from "node:assert/strict";
import { inspect } from "node:util";
import type { ErrorCode, Failure, Issuer, IssuerRef, Retry } from "@hostseal/core";
import { asId, errors, isFailure } from "@hostseal/core";
import { MINUTE, SECOND } from "@hostseal/rules";
import type { Misbehaviour } from "./issuer-broken-vendor.ts";
import { answers, answersText, breaksOff, hangsUp, openBrokenVendor, staysSilent } from "./issuer-broken-vendor.ts";
import type { IssuerCheck, IssuerSubject } from "./issuer-check.ts";
import { requestFor } from "./issuer-check.ts";

type Fault = {
  /** Completes "with …". */
  readonly title: string;
  readonly misbehave: Misbehaviour;
  /** What a look fails with, and what an order does, when that is not the same. */
  readonly code: ErrorCode;
  readonly spendingCode?: ErrorCode;
  readonly retry: Retry;
};

const LOST = "issuer.answer-lost";
const DOWN = "issuer.unreachable";
const NONSENSE = "issuer.malformed-answer";

const FAULTS: readonly Fault[] = [
  { title: "a wrong credential", misbehave: answers(401), code: "issuer.unauthorised", retry: "after-change" },
  { title: "a forbidden account", misbehave: answers(403), code: "issuer.unauthorised", retry: "after-change" },
  { title: "an empty purse", misbehave: answers(402), code: "issuer.funds", retry: "after-change" },
  { title: "an unknown order", misbehave: answers(404), code: "issuer.order-unknown", retry: "after-change" },
  { title: "a conflict", misbehave: answers(409), code: "issuer.wrong-state", retry: "soon" },
  { title: "a refusal", misbehave: answers(422), code: "issuer.rejected", retry: "never" },
  { title: "a server error", misbehave: answers(500), code: DOWN, spendingCode: LOST, retry: "soon" },
  { title: "a gateway that gave up", misbehave: answers(504), code: DOWN, spendingCode: LOST, retry: "soon" },
  { title: "a closed service", misbehave: answers(503), code: DOWN, retry: "soon" },
  { title: "silence", misbehave: staysSilent, code: DOWN, spendingCode: LOST, retry: "soon" },
  { title: "a cut connection", misbehave: hangsUp, code: DOWN, spendingCode: LOST, retry: "soon" },
  { title: "half an answer", misbehave: breaksOff, code: DOWN, spendingCode: LOST, retry: "soon" },
  { title: "half a JSON", misbehave: answersText("application/json", '{"orders": ['), code: NONSENSE, retry: "soon" },
  { title: "a web page", misbehave: answersText("text/html", "<!doctype html>"), code: NONSENSE, retry: "soon" },
  { title: "another shape", misbehave: answersText("application/json", "[] "), code: NONSENSE, retry: "soon" },
  { title: "no content", misbehave: answers(204), code: NONSENSE, retry: "soon" },
  { title: "a redirect", misbehave: answers(302, { Location: "http://127.0.0.1:1/" }), code: NONSENSE, retry: "soon" },
];

/** Milliseconds until silence is taken for one: long enough for an answer on a machine that is busy. */
const PATIENCE = 1500;

const failureOf = async (attempt: Promise<unknown>): Promise<Failure> => {
  const thrown: unknown = await attempt.then(
    () => undefined,
    (error: unknown) => error,
  );
  ok(isFailure(thrown), `it does not fail with a failure, but with ${inspect(thrown)}`);
  return thrown;
};

const everythingSaid = (failed: Failure): string =>
  [inspect(failed, { depth: 20, showHidden: true }), failed.fix, failed.stack, JSON.stringify(failed)].join("\n");

const keepsSecret = (failed: Failure, credential: string): void => {
  const said = everythingSaid(failed);
  for (const shape of [credential, encodeURIComponent(credential), Buffer.from(credential).toString("base64")]) {
    ok(!said.includes(shape), "the credential stands in the failure");
  }
};

/** Asks an issuer in front of a broken vendor once, and gives what it failed with. */
const failing = async (
  subject: IssuerSubject,
  misbehave: Misbehaviour,
  ask: (issuer: Issuer) => Promise<unknown>,
): Promise<Failure> => {
  const vendor = await openBrokenVendor(misbehave);
  try {
    const failed = await failureOf(ask(subject.issuerAt(vendor.url, PATIENCE)));
    equal(vendor.requests(), 1, "it has asked more than once");
    keepsSecret(failed, subject.credential);
    return failed;
  } finally {
    await vendor.close();
  }
};

const look = (issuer: Issuer): Promise<unknown> => issuer.look(asId<IssuerRef>("order-1"));

const toCheck = ({ title, misbehave, code, spendingCode = code, retry }: Fault): IssuerCheck => ({
  name: `answers ${title} with ${code}${spendingCode === code ? "" : `, or ${spendingCode} where money is spent`}, asking once`,
  run: async (subject) => {
    const request = await requestFor(subject);
    equal((await failing(subject, misbehave, look)).code, code);
    equal((await failing(subject, misbehave, (issuer) => issuer.place(request))).code, spendingCode);
    equal((await failing(subject, misbehave, (issuer) => issuer.reissue(asId("order-1"), request))).code, spendingCode);
    equal(errors[code].retry, retry);
  },
});

const hasRetryAt = async (subject: IssuerSubject, header: Record<string, string>, wanted: number): Promise<void> => {
  const failed = await failing(subject, answers(429, header), look);
  equal(failed.code, "issuer.rate-limited");
  equal(failed.retryAt, wanted);
};

/** What goes wrong between us and the vendor. Drivers get wrong: they guess, they retry, they print the credential. */
export const issuerFailing: readonly IssuerCheck[] = [
  ...FAULTS.map(toCheck),
  {
    name: "waits as long as it is told to, in seconds or until a date, and a minute when it is not told",
    run: async (subject) => {
      const now = subject.now();
      await hasRetryAt(subject, { "Retry-After": "90" }, now + 90 * SECOND);
      const date = Math.ceil(now / SECOND) * SECOND + 30 * MINUTE;
      await hasRetryAt(subject, { "Retry-After": new Date(date).toUTCString() }, date);
      await hasRetryAt(subject, { "Retry-After": "soon" }, now + MINUTE);
      await hasRetryAt(subject, {}, now + MINUTE);
    },
  },
  {
    name: "knows that nothing was sent where nobody listens, also where money is spent",
    run: async (subject) => {
      const vendor = await openBrokenVendor(staysSilent);
      await vendor.close();
      const issuer = subject.issuerAt(vendor.url, PATIENCE);
      const request = await requestFor(subject);
      equal((await failureOf(look(issuer))).code, DOWN);
      equal((await failureOf(issuer.place(request))).code, DOWN);
    },
  },
];
