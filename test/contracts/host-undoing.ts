import { deepEqual, equal } from "node:assert/strict";
import type { HostCheck } from "./host-check.ts";
import { broughtKey, isRefused, preparePlan, succeeds } from "./host-check.ts";

/** Taking an installation back: exactly what was there, from the receipt alone. */
export const hostUndoing: readonly HostCheck[] = [
  {
    name: "puts back exactly what was there, a certificate or none",
    run: async (subject) => {
      for (const plot of [subject.secured, subject.bare]) {
        const before = await subject.behind.snapshot();
        const { issued, plan } = await preparePlan(subject, plot);
        await subject.host.apply(plan, broughtKey(issued));
        await succeeds(subject.host.rollback(plan.receipt));
        deepEqual(await subject.behind.snapshot(), before);
      }
    },
  },
  {
    name: "takes back the same installation twice without harm",
    run: async (subject) => {
      const before = await subject.behind.snapshot();
      const { issued, plan } = await preparePlan(subject, subject.secured);
      await subject.host.apply(plan, broughtKey(issued));
      for (let time = 0; time < 2; time += 1) await succeeds(subject.host.rollback(plan.receipt));
      deepEqual(await subject.behind.snapshot(), before);
    },
  },
  {
    name: "takes back an installation from the stored receipt, in another instance",
    run: async (subject) => {
      const before = await subject.behind.snapshot();
      const { issued, plan } = await preparePlan(subject, subject.secured);
      await subject.host.apply(plan, broughtKey(issued));
      await succeeds(subject.connect().rollback(JSON.parse(JSON.stringify(plan.receipt))));
      deepEqual(await subject.behind.snapshot(), before);
    },
  },
  {
    name: "takes back a plan that was never applied, by doing nothing",
    run: async (subject) => {
      const before = await subject.behind.snapshot();
      for (const plot of [subject.secured, subject.bare]) {
        const { plan } = await preparePlan(subject, plot);
        await succeeds(subject.host.rollback(plan.receipt));
      }
      deepEqual(await subject.behind.snapshot(), before);
    },
  },
  {
    name: "takes back an installation whose answer was lost",
    run: async (subject) => {
      const before = await subject.behind.snapshot();
      const { issued, plan } = await preparePlan(subject, subject.secured);
      subject.wire.disturb("reset-after");
      await isRefused(subject.host.apply(plan, broughtKey(issued)));
      subject.wire.disturb(undefined);
      await succeeds(subject.host.rollback(plan.receipt));
      deepEqual(await subject.behind.snapshot(), before);
    },
  },
  {
    name: "installs again after an installation was taken back",
    run: async (subject) => {
      const { issued, plan } = await preparePlan(subject, subject.secured);
      await subject.host.apply(plan, broughtKey(issued));
      await subject.host.rollback(plan.receipt);
      const { certificate, chain } = issued;
      const again = await subject.host.plan({ site: subject.secured.site, certificate, chain });
      await succeeds(subject.host.apply(again, broughtKey(issued)));
      await succeeds(subject.host.commit(again.receipt));
      const installed = await subject.host.installed(subject.secured.site);
      equal(installed?.sha256, await subject.behind.served(subject.secured.name));
    },
  },
];
