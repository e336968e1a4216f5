import { deepEqual, equal, ok } from "node:assert/strict";
import { fingerprint } from "@hostseal/pki";
import type { HostCheck, HostSubject, Plot } from "./host-check.ts";
import { broughtKey, isRefused, preparePlan, succeeds } from "./host-check.ts";

const VISITORS = 3;
const ROUNDS = 8;

/** Visits a site again and again while something is done to it; answers with the number of visits, or what went wrong. */
const visitDuring = async (subject: HostSubject, { name }: Plot, work: () => Promise<void>): Promise<number> => {
  const over = new AbortController();
  let visits = 0;
  const standing = await subject.behind.settle(name);
  const keepAsking = async (ask: () => Promise<number>): Promise<void> => {
    while (!over.signal.aborted) {
      equal(await ask(), 200);
      visits += 1;
    }
  };
  const visitors = Array.from({ length: VISITORS }, async () => keepAsking(async () => subject.behind.visit(name)));
  const everybody = Promise.allSettled([...visitors, keepAsking(async () => standing.ask())]);
  try {
    await work();
  } finally {
    over.abort();
    await everybody;
    standing.leave();
  }
  for (const visitor of await everybody) equal(visitor.status, "fulfilled", "a visitor was not served");
  return visits;
};

/** Applying: the new certificate is served, and nothing else has changed. */
export const hostInstalling: readonly HostCheck[] = [
  {
    name: "serves the new certificate once it is applied",
    run: async (subject) => {
      for (const plot of [subject.secured, subject.bare]) {
        const { issued, plan } = await preparePlan(subject, plot);
        await subject.host.apply(plan, broughtKey(issued));
        equal(await subject.behind.served(plot.name), fingerprint(issued.certificate).sha256);
      }
    },
  },
  {
    name: "changes nothing but the certificate of that site",
    run: async (subject) => {
      const part = `tls:${subject.bare.site}`;
      const { [part]: _, ...before } = await subject.behind.snapshot();
      const { issued, plan } = await preparePlan(subject, subject.bare);
      await subject.host.apply(plan, broughtKey(issued));
      await subject.host.commit(plan.receipt);
      const { [part]: installed, ...after } = await subject.behind.snapshot();
      ok(installed !== undefined);
      deepEqual(after, before);
    },
  },
  {
    name: "goes on serving the new certificate when it is committed, however often",
    run: async (subject) => {
      const { issued, plan } = await preparePlan(subject, subject.secured);
      await subject.host.apply(plan, broughtKey(issued));
      for (const host of [subject.host, subject.host, subject.connect()]) await succeeds(host.commit(plan.receipt));
      const { sha256 } = fingerprint(issued.certificate);
      equal(await subject.behind.served(subject.secured.name), sha256);
      equal((await subject.host.installed(subject.secured.site))?.sha256, sha256);
    },
  },
  {
    name: "answers visitors at every moment of an installation and of its undoing",
    run: async (subject) => {
      const { issued, plan } = await preparePlan(subject, subject.secured);
      const visits = await visitDuring(subject, subject.secured, async () => {
        for (let round = 0; round < ROUNDS; round += 1) {
          await subject.host.apply(plan, broughtKey(issued));
          await subject.host.rollback(plan.receipt);
        }
        await subject.host.apply(plan, broughtKey(issued));
        await subject.host.commit(plan.receipt);
      });
      ok(visits > 0);
      return `${visits} visits, none failed`;
    },
  },
  {
    name: "refuses a key that belongs to another certificate, and changes nothing",
    run: async (subject) => {
      const other = await subject.issue(subject.secured.name);
      const { plan } = await preparePlan(subject, subject.secured);
      const before = await subject.behind.snapshot();
      await isRefused(subject.host.apply(plan, broughtKey(other)));
      deepEqual(await subject.behind.snapshot(), before);
    },
  },
];
