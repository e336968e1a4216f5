import { AssertionError } from "node:assert";
import { deepEqual, equal, ok } from "node:assert/strict";
import { inspect } from "node:util";
import type { ErrorCode, Failure, Host, InstallPlan } from "@hostseal/core";
import { isFailure } from "@hostseal/core";
import type { HostCheck, HostSubject, Issued, Verb } from "./host-check.ts";
import { broughtKey, preparePlan, VERBS } from "./host-check.ts";
import type { Disturbance } from "./host-recorder.ts";

type Prepared = { readonly subject: HostSubject; readonly issued: Issued; readonly plan: InstallPlan };
type Call = (host: Host, prepared: Prepared) => Promise<unknown> | undefined;

const PATH = "/.well-known/proof.txt";

/** Each verb with something sensible to do; nothing when the host lacks the facet. */
const CALLS: Readonly<Record<Verb, Call>> = {
  examine: (host) => host.examine(),
  sites: (host) => host.sites(),
  installed: (host, { subject }) => host.installed(subject.secured.site),
  plan: (host, { subject, issued: { certificate, chain } }) =>
    host.plan({ site: subject.secured.site, certificate, chain }),
  apply: (host, { plan, issued }) => host.apply(plan, broughtKey(issued)),
  commit: (host, { plan }) => host.commit(plan.receipt),
  rollback: (host, { plan }) => host.rollback(plan.receipt),
  zoneFor: (host, { subject }) => host.zone?.zoneFor(subject.hostedName),
  add: (host, { subject }) => host.zone?.add({ type: "TXT", host: `_proof.${subject.hostedName}`, value: "token" }),
  remove: (host, { subject }) =>
    host.zone?.remove({ type: "TXT", host: `_proof.${subject.hostedName}`, value: "token" }),
  siteFor: (host, { subject }) => host.webroot?.siteFor(subject.bare.name),
  publish: (host, { subject }) => host.webroot?.publish(subject.bare.site, PATH, "token"),
  withdraw: (host, { subject }) => host.webroot?.withdraw(subject.bare.site, PATH),
  make: (host, { subject }) => host.keys?.make(subject.bare.site, "ec-p256", [subject.bare.name]),
  forget: (host) => host.keys?.forget("no-such-key"),
};

const failureOf = async (attempt: Promise<unknown>, circumstances: string): Promise<Failure> => {
  try {
    await attempt;
  } catch (thrown) {
    if (isFailure(thrown)) return thrown;
    throw new AssertionError({ message: `${circumstances}: not a failure of the error table but ${inspect(thrown)}` });
  }
  throw new AssertionError({ message: `${circumstances}: succeeded` });
};

const prepare = async (subject: HostSubject): Promise<Prepared> => ({
  subject,
  ...(await preparePlan(subject, subject.secured)),
});

/** What every verb fails with, one failure for each; `circumstances` completes the message when one does not. */
const failuresOf = async (host: Host, prepared: Prepared, circumstances: string): Promise<readonly Failure[]> => {
  const attempts = VERBS.map(async (verb) => {
    const attempt = CALLS[verb](host, prepared);
    return attempt ? [await failureOf(attempt, `${verb}, ${circumstances}`)] : [];
  });
  return (await Promise.all(attempts)).flat();
};

const disturbed = async (prepared: Prepared, disturbance: Disturbance): Promise<readonly Failure[]> => {
  const { subject } = prepared;
  subject.wire.disturb(disturbance);
  try {
    return await failuresOf(subject.host, prepared, disturbance);
  } finally {
    subject.wire.disturb(undefined);
  }
};

const areAll = (failures: readonly Failure[], code: ErrorCode): void =>
  deepEqual(new Set(failures.map((failure) => failure.code)), new Set([code]));

const keepsSecrets = (failures: readonly Failure[], secrets: readonly string[]): void => {
  for (const failure of failures) {
    const shown = [
      failure.message,
      failure.fix,
      failure.evidence,
      JSON.stringify(failure),
      inspect(failure, { depth: 12, showHidden: true }),
    ];
    for (const secret of secrets) ok(!shown.join("\n").includes(secret), `a secret is in ${failure.code}`);
  }
};

const UNREACHABLE: readonly Disturbance[] = ["status-500", "web-page-503", "silence", "reset-before", "reset-after"];
const MALFORMED: readonly Disturbance[] = ["web-page", "half-an-answer"];

/** Whatever goes wrong becomes the right failure, and tells nobody a secret. */
export const hostFailing: readonly HostCheck[] = [
  {
    name: "is unreachable when it is disturbed, silent or cut off, whatever it is asked",
    run: async (subject) => {
      const prepared = await prepare(subject);
      for (const disturbance of UNREACHABLE) areAll(await disturbed(prepared, disturbance), "host.unreachable");
    },
  },
  {
    name: "says so when the answer is not of its API",
    run: async (subject) => {
      const prepared = await prepare(subject);
      for (const disturbance of MALFORMED) areAll(await disturbed(prepared, disturbance), "host.malformed-answer");
    },
  },
  {
    name: "says so when the credential is not known, whatever it is asked",
    run: async (subject) => {
      const host = subject.connectAsStranger();
      areAll(await failuresOf(host, await prepare(subject), "as a stranger"), "host.unauthorised");
    },
  },
  {
    name: "names the permission that is missing, and changes nothing",
    run: async (subject) => {
      const prepared = await prepare(subject);
      const before = await subject.behind.snapshot();
      const { host, permission } = subject.connectWithoutPermission();
      const failure = await failureOf(host.apply(prepared.plan, broughtKey(prepared.issued)), "without permission");
      equal(failure.code, "host.permission-missing");
      ok(failure.message.includes(permission), `"${failure.message}" does not name ${permission}`);
      deepEqual(await subject.behind.snapshot(), before);
    },
  },
  {
    name: "keeps its credential and every key out of what it fails with",
    run: async (subject) => {
      const prepared = await prepare(subject);
      const secrets = [...subject.secrets, prepared.issued.key.reveal()];
      for (const disturbance of [...UNREACHABLE, ...MALFORMED]) {
        keepsSecrets(await disturbed(prepared, disturbance), secrets);
      }
      keepsSecrets(await failuresOf(subject.connectAsStranger(), prepared, "as a stranger"), secrets);
    },
  },
  {
    name: "takes no more calls than it says",
    run: async (subject) => {
      const prepared = await prepare(subject);
      const counts: string[] = [];
      for (const verb of VERBS) {
        const before = subject.wire.calls();
        await CALLS[verb](subject.host, prepared);
        const count = subject.wire.calls() - before;
        ok(count <= subject.callBounds[verb], `${verb} takes ${count} calls`);
        counts.push(`${verb} ${count}`);
      }
      return `calls: ${counts.join(", ")}`;
    },
  },
];
