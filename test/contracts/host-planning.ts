import { deepEqual, doesNotMatch, equal, match, ok } from "node:assert/strict";
import { fingerprint } from "@hostseal/pki";
import type { HostCheck } from "./host-check.ts";
import { broughtKey, failsWith, isRefused, preparePlan, succeeds } from "./host-check.ts";

/** Plans: data, and nothing but data. */
export const hostPlanning: readonly HostCheck[] = [
  {
    name: "changes nothing when it plans",
    run: async (subject) => {
      const before = await subject.behind.snapshot();
      await preparePlan(subject, subject.secured);
      await preparePlan(subject, subject.bare);
      deepEqual(await subject.behind.snapshot(), before);
    },
  },
  {
    name: "plans in steps a person can read",
    run: async (subject) => {
      const { issued, plan } = await preparePlan(subject, subject.secured);
      ok(plan.steps.length > 0);
      for (const { summary } of plan.steps) match(summary, /^[^\n]{8,200}$/);
      equal(plan.site, subject.secured.site);
      equal(fingerprint(plan.certificate).sha256, fingerprint(issued.certificate).sha256);
    },
  },
  {
    name: "makes plans and receipts that are plain JSON, without a secret",
    run: async (subject) => {
      const { plan } = await preparePlan(subject, subject.secured);
      const json = JSON.stringify(plan);
      deepEqual(JSON.parse(json), plan);
      doesNotMatch(json, /PRIVATE KEY/);
      for (const secret of subject.secrets) ok(!json.includes(secret), "a secret is in the plan");
    },
  },
  {
    name: "applies a plan that another instance made and that was stored in between",
    run: async (subject) => {
      const { issued, plan } = await preparePlan(subject, subject.secured);
      await succeeds(subject.connect().apply(JSON.parse(JSON.stringify(plan)), broughtKey(issued)));
      equal(await subject.behind.served(subject.secured.name), fingerprint(issued.certificate).sha256);
    },
  },
  {
    name: "refuses a certificate that is none, and changes nothing",
    run: async ({ host, secured, behind }) => {
      const before = await behind.snapshot();
      const certificate = "-----BEGIN CERTIFICATE-----\nbm90IG9uZQ==\n-----END CERTIFICATE-----\n";
      await isRefused(host.plan({ site: secured.site, certificate, chain: [] }));
      deepEqual(await behind.snapshot(), before);
    },
  },
  {
    name: "refuses a plan when the site changed since it was made, and leaves the change alone",
    run: async (subject) => {
      for (const plot of [subject.secured, subject.bare]) {
        const { issued, plan } = await preparePlan(subject, plot);
        await subject.behind.interfere(plot);
        const changed = await subject.behind.snapshot();
        await failsWith("host.plan-stale", subject.host.apply(plan, broughtKey(issued)));
        deepEqual(await subject.behind.snapshot(), changed);
      }
    },
  },
];
