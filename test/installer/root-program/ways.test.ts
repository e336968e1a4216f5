import { installedProgram, PROGRAM_PATH, sudoersLine } from "@hostseal/installer";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { broughtKey, preparePlan } from "../../contracts/host-check.ts";
import { nginxSites } from "../host/nginx-sites.ts";
import { openSshSubject } from "../host/ssh-subject.ts";
import { manifest } from "../host/stage.ts";
import { startNginx } from "../host/start-nginx.ts";
import {
  type LoginWay,
  machineWith,
  throughForcedCommand,
  throughRootsForcedCommand,
  throughUnlimitedSudo,
  USER,
} from "./login-way.ts";

const opened = async (way: LoginWay) => {
  const subject = await openSshSubject(async (authority) => startNginx(await nginxSites(authority)), way);
  onTestFinished(async () => subject.close());
  return { ...subject, etc: async () => manifest(join(subject.world.root, "etc")) };
};

const WAYS = [
  ["a key that is bound to the program", throughForcedCommand],
  ["a key of root's that is bound to the program", throughRootsForcedCommand],
  ["a login that may do everything with sudo", throughUnlimitedSudo],
] as const;

describe.each(WAYS)("by way of %s", (_name, way) => {
  test("a certificate is installed and kept", async () => {
    const subject = await opened(way);
    const { issued, plan } = await preparePlan(subject, subject.secured);
    await subject.host.apply(plan, broughtKey(issued));
    await subject.host.commit(plan.receipt);
    expect((await subject.host.installed(subject.secured.site))?.sha256).toBe(
      await subject.behind.served(subject.secured.name),
    );
  });

  test("everything is put back when the link breaks at the gate", async () => {
    const subject = await opened(way);
    const before = await subject.etc();
    const { issued, plan } = await preparePlan(subject, subject.bare);
    await subject.host.apply(plan, broughtKey(issued));
    expect(await subject.etc()).not.toEqual(before);
    await subject.dropLinks();
    await expect.poll(subject.etc, { timeout: 10_000 }).toEqual(before);
  });
});

const withMachine =
  (machine: { readonly sudoers: string; readonly program?: string }): LoginWay =>
  async ({ folder, state, key }) => ({
    user: USER,
    authorised: key,
    within: await machineWith({ folder, state, ...machine }),
  });

test("an installed program of another version is refused with what brings it up to date", async () => {
  const other = installedProgram({ state: "/var/lib/hostseal", servers: "# another\n" });
  const subject = await opened(withMachine({ sudoers: sudoersLine(USER), program: other }));
  await expect(subject.host.sites()).rejects.toThrow(
    `its ${PROGRAM_PATH} is that of another version of Hostseal; replace it with what "hostseal hosts program" prints`,
  );
});

test.each([
  ["may nothing", ""],
  ["would have to say a password", `${USER} ALL=(root) ${PROGRAM_PATH}`],
  ["may call another program", `${USER} ALL=(root) NOPASSWD: /usr/bin/true ""`],
])("a login that %s hears which line of sudoers is missing", async (_name, sudoers) => {
  const subject = await opened(withMachine({ sudoers, program: installedProgram({ state: "/var/lib/hostseal" }) }));
  const before = await subject.etc();
  await expect(subject.host.sites()).rejects.toThrow(`"deploy ALL=(root) NOPASSWD: ${PROGRAM_PATH} """ in its sudoers`);
  expect(await subject.etc()).toEqual(before);
});
