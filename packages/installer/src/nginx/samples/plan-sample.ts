import type { CertificateWish } from "../plan/certificate-wish.ts";
import { type CertificatePlan, planCertificate } from "../plan/plan-certificate.ts";
import { SAMPLE_BUILD, sampleView } from "./sample-view.ts";

export type SampleWish = Partial<CertificateWish> & {
  readonly others?: Readonly<Record<string, string>>;
  /** Which server, counted from 0. */
  readonly at?: number;
};

/** A plan for new RSA files `/new.pem` and `/new.key` that hold `example.com`, in a configuration for tests. */
export const samplePlan = (http: string, { others = {}, at = 0, ...wish }: SampleWish = {}): CertificatePlan => {
  const view = sampleView(http, others);
  const target = view.servers[at];
  if (!target) throw new Error(`no server ${at}`);
  return planCertificate({
    ...view,
    target,
    build: SAMPLE_BUILD,
    certificatePath: "/new.pem",
    keyPath: "/new.key",
    keyFamily: "rsa",
    names: ["example.com"],
    ...wish,
  });
};

/** What a plan adds and takes away, a line each and without blanks around; or the kind of its refusal. */
export const changedLines = (plan: CertificatePlan): readonly string[] => {
  if (plan.kind === "refused") return [plan.because.kind];
  return plan.diff
    .split("\n")
    .filter((line) => /^[+-](?![+-])/.test(line))
    .map((line) => `${line.slice(0, 1)} ${line.slice(1).trim()}`);
};

/** What its lines say without the TLS settings that come with a first listener. */
export const withoutSettings = (lines: readonly string[]): readonly string[] =>
  lines.filter((line) => !/^\+ (?:# TLS settings|ssl_(?!certificate))/.test(line));
