import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { broughtKey, preparePlan } from "../../contracts/host-check.ts";
import { nginxSites } from "./nginx-sites.ts";
import { openSshSubject } from "./ssh-subject.ts";
import { manifest } from "./stage.ts";
import { startNginx } from "./start-nginx.ts";

const ANOTHER = "SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

test("nothing is said to a host whose key has changed, also in the middle of an installation", async () => {
  const subject = await openSshSubject(async (authority) => startNginx(await nginxSites(authority)));
  onTestFinished(async () => subject.close());
  const etc = async () => manifest(join(subject.world.root, "etc"));
  const before = await etc();
  const { issued, plan } = await preparePlan(subject, subject.secured);
  const elsewhere = subject.connectExpecting(ANOTHER);
  await expect(elsewhere.apply(plan, broughtKey(issued))).rejects.toThrow(/shows the host key SHA256:.* was expected/);
  expect(await etc()).toEqual(before);
  await subject.host.apply(plan, broughtKey(issued));
  const applied = await etc();
  for (const word of ["commit", "rollback"] as const)
    await expect(elsewhere[word](plan.receipt)).rejects.toThrow(`and ${ANOTHER} was expected. Nothing was sent to it.`);
  expect(await etc()).toEqual(applied);
  await subject.host.rollback(plan.receipt);
  expect(await etc()).toEqual(before);
});
