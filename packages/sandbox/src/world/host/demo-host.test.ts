import type { ErrorCode, Host, HostId, InstallKey, SiteId } from "@hostseal/core";
import { asId, isFailure } from "@hostseal/core";
import { fingerprint } from "@hostseal/pki";
import { DAY } from "@hostseal/rules";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { PlannedFault } from "../panel/panel-faults.ts";
import type { OpenedWorld } from "../world.fixture.ts";
import { openWorld } from "../world.fixture.ts";
import { createDemoHost } from "./demo-host.ts";

const SITE = asId<SiteId>("bakery");
let opened: OpenedWorld;
let host: Host;

beforeEach(async () => {
  opened = await openWorld();
  const { url, credentials } = opened.world.panel;
  host = createDemoHost({
    id: asId<HostId>("demo"),
    url,
    credential: credentials.harbour,
    account: "harbour",
    patience: 500,
  });
});
afterEach(async () => opened.close());

const prepare = async (names: readonly string[] = ["example.com"]) => {
  const { key, certificates } = await opened.authority.issue(names, DAY);
  const [certificate = "", ...chain] = certificates;
  const brought: InstallKey = { kind: "brought", pem: key };
  return { certificate, chain, brought, sha256: fingerprint(certificate).sha256 };
};

const fails = async (attempt: Promise<unknown>, code: ErrorCode) =>
  expect(attempt).rejects.toSatisfy((thrown) => isFailure(thrown, code));

const INSTALL = /tls\/install$/;
const planFault = (fault: PlannedFault["fault"], calls = INSTALL) =>
  opened.world.controls.panel.planFault({ fault, calls });

describe("the demo host", () => {
  test("shows in its plan what is replaced by what", async () => {
    const { certificate, chain, sha256 } = await prepare(["diary.example.com"]);
    const installed = await host.installed(asId("diary"));
    const { steps } = await host.plan({ site: asId("diary"), certificate, chain });
    expect(steps.map(({ kind }) => kind)).toEqual(["test", "call", "reload"]);
    expect(steps[1]?.summary).toContain("diary.example.com");
    expect(steps[1]?.detail).toMatch(new RegExp(`^- sha256 ${installed?.sha256}.*\\n\\+ sha256 ${sha256}`));
  });

  test("finds the way back after a crash that lost the receipt: the new plan stands on what was there before", async () => {
    const { certificate, chain, brought, sha256 } = await prepare();
    const first = await host.plan({ site: SITE, certificate, chain });
    await host.apply(first, brought);
    const second = await host.plan({ site: SITE, certificate, chain });
    expect(second.receipt).toEqual(first.receipt);
    await host.apply(second, brought);
    expect((await host.installed(SITE))?.sha256).toBe(sha256);
    await host.rollback(second.receipt);
    expect(await host.installed(SITE)).toBeUndefined();
  });

  test("installs once when the answer is lost and the plan is applied again", async () => {
    const { certificate, chain, brought } = await prepare();
    const plan = await host.plan({ site: SITE, certificate, chain });
    planFault({ kind: "reset", when: "after" });
    await fails(host.apply(plan, brought), "host.unreachable");
    await host.apply(plan, brought);
    await host.rollback(plan.receipt);
    expect(await host.installed(SITE)).toBeUndefined();
  });

  test("has installed nothing when the connection is cut before", async () => {
    const { certificate, chain, brought } = await prepare();
    const plan = await host.plan({ site: SITE, certificate, chain });
    planFault({ kind: "reset", when: "before" });
    await fails(host.apply(plan, brought), "host.unreachable");
    expect(await host.installed(SITE)).toBeUndefined();
  });

  test("does not take back what somebody else installed since", async () => {
    const { certificate, chain, brought } = await prepare();
    const plan = await host.plan({ site: SITE, certificate, chain });
    await host.apply(plan, brought);
    opened.world.controls.panel.install("bakery", await opened.authority.issue(["example.com"], DAY));
    const theirs = await host.installed(SITE);
    await host.rollback(plan.receipt);
    expect(await host.installed(SITE)).toEqual(theirs);
    await fails(host.commit(plan.receipt), "host.refused");
  });

  test("believes a panel that says it has installed: only a look from outside tells otherwise", async () => {
    const { certificate, chain, brought, sha256 } = await prepare();
    opened.world.controls.web.hold("bakery", true);
    const plan = await host.plan({ site: SITE, certificate, chain });
    await host.apply(plan, brought);
    expect((await host.installed(SITE))?.sha256).toBe(sha256);
  });

  test("touches nothing while the web server's own test fails", async () => {
    const { certificate, chain, brought } = await prepare();
    const plan = await host.plan({ site: SITE, certificate, chain });
    opened.world.controls.panel.breakConfig("bakery", 'unknown directive "sll_certificate" in line 12');
    await fails(host.plan({ site: SITE, certificate, chain }), "host.config-broken");
    await expect(host.apply(plan, brought)).rejects.toThrow(/line 12/);
    opened.world.controls.panel.breakConfig("bakery", undefined);
    await host.apply(plan, brought);
  });

  test("refuses a certificate for other names in our words, with the panel's beside them", async () => {
    const { certificate, chain } = await prepare(["diary.example.com"]);
    const attempt = host.plan({ site: SITE, certificate, chain });
    await expect(attempt).rejects.toMatchObject({
      code: "host.refused",
      message: expect.stringContaining("the certificate is for other names"),
      evidence: "The certificate has none of the webspace's host names",
    });
  });

  test.each([
    [{ kind: "status", status: 500 }, "host.unreachable"],
    [{ kind: "status", status: 429 }, "host.unreachable"],
    [{ kind: "html" }, "host.malformed-answer"],
    [{ kind: "silence" }, "host.unreachable"],
  ] as const)("takes %o for %s", async (fault, code) => {
    planFault(fault, /webspaces$/);
    await fails(host.sites(), code);
    expect((await host.sites()).length).toBeGreaterThan(10);
  });

  test("waits for a slow panel", async () => {
    planFault({ kind: "slow", milliseconds: 50 }, /./);
    expect((await host.sites()).length).toBeGreaterThan(10);
  });

  test("refuses a receipt of another host", async () => {
    await fails(host.rollback({ id: "foreign", undo: { file: "/etc/nginx/site.conf" } }), "host.refused");
    await fails(host.commit({ id: "foreign", undo: {} }), "host.refused");
    expect(opened.world.controls.panel.calls()).toEqual([]);
  });

  test("is unreachable when nobody listens", async () => {
    const { credentials } = opened.world.panel;
    const gone = {
      id: asId<HostId>("gone"),
      url: "http://127.0.0.1:1/api",
      credential: credentials.harbour,
      account: "x",
    };
    await fails(createDemoHost(gone).sites(), "host.unreachable");
  });

  test("prefers the site that has the very name over one with a wildcard", async () => {
    const { webroot } = host;
    expect(await webroot?.siteFor("cloud.example.com" as never)).toBe("cloud");
    expect(await webroot?.siteFor("a.cloud.example.com" as never)).toBe("cloud");
    expect(await webroot?.siteFor("a.b.cloud.example.com" as never)).toBeUndefined();
  });
});
