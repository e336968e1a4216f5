import { join } from "node:path";
import { can, cannot } from "@hostseal/core";
import { describe, expect, it, onTestFinished, test } from "vitest";
import { broughtKey, preparePlan } from "../../contracts/host-check.ts";
import { hostContractFor } from "../../contracts/host-contract.ts";
import { manifest } from "./stage.ts";
import { apacheSites } from "./apache-sites.ts";
import { nginxSites } from "./nginx-sites.ts";
import { openSshSubject, type StartWorld } from "./ssh-subject.ts";
import { startApache } from "./start-apache.ts";
import { startNginx } from "./start-nginx.ts";

const no = cannot("not here");
const capabilities = { zone: no, webroot: can, keys: can };

const WORLDS: readonly { readonly server: string; readonly start: StartWorld }[] = [
  { server: "nginx", start: async (authority) => startNginx(await nginxSites(authority)) },
  { server: "Apache", start: async (authority) => startApache(await apacheSites(authority)) },
];

describe.each(WORLDS)("$server over SSH keeps the contract of hosts: it", ({ start }) => {
  it.for(hostContractFor(capabilities))("$name", { timeout: 150_000 }, async (check, { annotate }) => {
    const subject = await openSshSubject(start);
    onTestFinished(async () => subject.close());
    const measured = await check.run(subject);
    if (measured) await annotate(measured);
  });
});

const opened = async (start: StartWorld) => {
  const subject = await openSshSubject(start);
  onTestFinished(async () => subject.close());
  return { ...subject, etc: async () => manifest(join(subject.world.root, "etc")) };
};

test.each(WORLDS)(
  "$server: puts everything back by itself when the link breaks at the gate, and tells a late commit so",
  async ({ start }) => {
    const subject = await opened(start);
    const [before, certificate] = [await subject.etc(), await subject.behind.served(subject.bare.name)];
    const { issued, plan } = await preparePlan(subject, subject.bare);
    await subject.host.apply(plan, broughtKey(issued));
    await subject.dropLinks();
    await expect.poll(subject.etc, { timeout: 10_000 }).toEqual(before);
    await expect.poll(async () => subject.behind.served(subject.bare.name), { timeout: 5_000 }).toBe(certificate);
    await expect(subject.host.commit(plan.receipt)).rejects.toThrow(/taken back before it was committed/);
    await subject.host.rollback(plan.receipt);
  },
);

test.each(WORLDS)(
  "$server: takes back to every byte what was committed before, from another process",
  async ({ start }) => {
    const subject = await opened(start);
    const before = await subject.etc();
    const { issued, plan } = await preparePlan(subject, subject.secured);
    await subject.host.apply(plan, broughtKey(issued));
    await subject.host.commit(plan.receipt);
    await subject.connect().rollback(plan.receipt);
    expect(await subject.etc()).toEqual(before);
  },
);

test.each(WORLDS)("$server: lets another process commit what waits on a live connection", async ({ start }) => {
  const subject = await opened(start);
  const { issued, plan } = await preparePlan(subject, subject.secured);
  await subject.host.apply(plan, broughtKey(issued));
  await subject.connect().commit(plan.receipt);
  await subject.dropLinks();
  await subject.host.commit(plan.receipt);
  expect((await subject.host.installed(subject.secured.site))?.sha256).toBe(
    await subject.behind.served(subject.secured.name),
  );
});
