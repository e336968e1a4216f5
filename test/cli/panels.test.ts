import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { systemRandom } from "@hostseal/cli";
import { type PanelName, PANELS, type StartedPanel, startPanel } from "@hostseal/panel-doubles";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openDemo } from "./demo-home.ts";
import { type Ended, hostseal } from "./hostseal.ts";

const ACCOUNT = "harbour";

/** Each step is a process of its own, and the machine may have other work. */
const PATIENCE = 120_000;

describe.each(PANELS)("%s from the terminal", { timeout: PATIENCE }, (name) => {
  let world: Awaited<ReturnType<typeof openDemo>>;
  let panel: StartedPanel;
  const run = (...args: readonly string[]): Promise<Ended> => hostseal(args, { home: world.demo.home });

  const enter = async (driver: PanelName, ...more: readonly string[]): Promise<Ended> => {
    const file = join(world.folder, "panel.token");
    await writeFile(file, `${panel.double.credential.reveal()}\n`, { mode: 0o600 });
    const named = ["--driver", driver, "--credential-file", file, "--account", ACCOUNT];
    return run("panels", "add", "web1", panel.url, ...named, ...more);
  };

  beforeEach(async () => {
    world = await openDemo();
    panel = await startPanel(name, world.demo.hosting, { random: systemRandom, now: world.demo.clock.now() });
  });
  afterEach(async () => {
    await panel[Symbol.asyncDispose]();
    await world.close();
  });

  test("is entered once its certificate is pinned, checked, and ordered for until the site is proven", async () => {
    const unknown = await enter(name);
    expect(unknown).toMatchObject({ exit: 2, stdout: "" });
    expect(unknown.stderr).toContain(panel.sha256);
    expect(await enter(name, "--pin", "0".repeat(64))).toMatchObject({ exit: 1 });
    expect(await enter(name, "--pin", panel.sha256)).toMatchObject({ exit: 0, stderr: "" });

    const checked = await run("panels", "check", "web1", "--json");
    expect(checked.stderr).toBe("");
    expect(JSON.parse(checked.stdout)).toMatchObject([
      { panel: "web1", account: ACCOUNT, software: expect.stringMatching(/\d/) },
    ]);
    expect((await run("panels", "list")).stdout).toMatch(new RegExp(`web1 +${name} +https://`));

    const site = panel.double.siteOf("bakery");
    const sites = await run("sites", "--panel", "web1", "--account", ACCOUNT, "--json");
    expect(JSON.parse(sites.stdout)).toContainEqual(expect.objectContaining({ host: `web1/${ACCOUNT}`, site }));

    const place = ["--panel", "web1", "--account", ACCOUNT, "--site", site];
    const ordered = await run("order", ...place, "--yes", "--agree", "--json");
    expect(ordered.stderr).toBe("");
    expect(JSON.parse(ordered.stdout)).toMatchObject({
      state: "active",
      says: "Active",
      certificate: { served: true },
    });
  });

  test("says whom it does not know", async () => {
    await enter(name, "--pin", panel.sha256);
    const stranger = await run("sites", "--panel", "web2", "--account", ACCOUNT);
    expect(stranger).toMatchObject({ exit: 1, stderr: expect.stringContaining('No host is configured under "web2/') });
    const place = ["--panel", "web1", "--account", ACCOUNT, "--site", "nowhere.example.com"];
    const lost = await run("order", ...place, "--yes", "--agree");
    expect(lost).toMatchObject({ exit: 1, stderr: expect.stringContaining("has no site nowhere.example.com") });
  });
});
