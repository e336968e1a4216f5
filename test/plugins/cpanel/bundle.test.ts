import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { ROOT } from "../../run/root.ts";
import { openApp, SERVER_KEY } from "./app-double.ts";
import { runHere } from "./run-here.ts";
import { installBundle, makeServerRoot, type ServerRoot } from "./server-root.ts";

const PANEL = join(ROOT, "plugins", "cpanel", "panel");
const VECTORS = join(ROOT, "packages", "sign-on", "vectors.json");

type Vectors = {
  readonly signed: readonly { readonly assertion: string }[];
  readonly accountKey: { readonly key: string };
};

describe("the vectors of signing on", () => {
  let vectors: Vectors;
  beforeAll(async () => {
    vectors = JSON.parse(await readFile(VECTORS, "utf8")) as Vectors;
  });

  it("are written byte for byte by the page", async () => {
    const { output } = await runHere("php", [join(PANEL, "tests/vectors.php"), VECTORS]);
    expect((JSON.parse(output) as Vectors).signed).toEqual(vectors.signed.map(({ assertion }) => assertion));
  });

  it("are written byte for byte by the server, and so is the key of an account", async () => {
    const { output } = await runHere("perl", ["-I", join(PANEL, "lib"), join(PANEL, "tests/vectors.pl"), VECTORS]);
    expect(JSON.parse(output)).toEqual({
      signed: vectors.signed.map(({ assertion }) => assertion),
      accountKey: vectors.accountKey.key,
    });
  });
});

it("every page and program is free of warnings", async () => {
  const pages = ["index.live.php", "AccountKey.php", "Assertion.php", "Page.php", "SignOn.php", "Words.php"];
  for (const page of pages) {
    const path = join(PANEL, page === "index.live.php" ? "page" : "page/lib", page);
    expect(await runHere("php", ["-l", path])).toMatchObject({ code: 0, complaints: "" });
  }
  for (const program of ["bin/hook", "bin/hostseal"]) {
    const { complaints } = await runHere("perl", ["-w", "-c", join(PANEL, program)]);
    expect(complaints).toMatch(/^\S+ syntax OK\n$/);
  }
});

const connect = async (server: ServerRoot, app: string, more: readonly string[] = []) =>
  server.hostseal(["configure", "--app", app, "--server", "web1", ...more], `${SERVER_KEY}\n`);

describe("the bundle", () => {
  it("installs itself with its own scripts, and again over itself", async () => {
    const server = await makeServerRoot();
    for (let time = 0; time < 2; time += 1) {
      expect(await installBundle(server)).toMatchObject({ code: 0, complaints: "" });
    }
    const everything = await server.everything();
    expect(everything).toEqual(
      expect.arrayContaining([
        "etc/cron.d/hostseal",
        "usr/local/cpanel/base/frontend/jupiter/dynamicui/hostseal.json",
        "usr/local/cpanel/base/frontend/jupiter/dynamicui/hostseal.svg",
        "usr/local/cpanel/base/frontend/jupiter/hostseal/index.live.php",
        "usr/local/cpanel/base/frontend/jupiter/hostseal/lib/Assertion.php",
        "usr/local/cpanel/whostmgr/docroot/addon_plugins/hostseal.svg",
        "usr/local/cpanel/whostmgr/docroot/cgi/hostseal/index.cgi",
        "var/cpanel/apps/hostseal.conf",
        "var/cpanel/hooks/hook.json",
      ]),
    );
    expect(everything.some((path) => path.includes("tests/"))).toBe(false);
    expect(await readFile(server.at("var/cpanel/apps/hostseal.conf"), "utf8")).toMatch(/^version=\d+\.\d+\.\d+$/m);
    expect((await stat(server.at("var/cpanel/hostseal"))).mode & 0o777).toBe(0o700);
  });

  it("finds its way back after an update of the panel has lost it", async () => {
    const server = await makeServerRoot();
    await installBundle(server);
    const before = await server.everything();
    await server.run("usr/local/cpanel/scripts/uninstall_plugin", [
      server.at("usr/local/hostseal/menu"),
      "--theme=jupiter",
    ]);
    expect(await server.everything()).not.toEqual(before);
    const event = { context: { category: "System", event: "upcp", stage: "post" }, data: {} };
    const perl = "usr/local/cpanel/3rdparty/bin/perl";
    const heard = await server.run(perl, [server.at("usr/local/hostseal/bin/hook")], { input: JSON.stringify(event) });
    expect(heard).toMatchObject({ code: 0, output: "1\n", complaints: "" });
    expect(await server.everything()).toEqual(before);
  });

  it("leaves nothing when it is taken away, also in the homes", async () => {
    const server = await makeServerRoot();
    const before = await server.everything();
    await installBundle(server);
    expect(await connect(server, (await openApp()).url)).toMatchObject({ code: 0 });
    expect(await server.everything()).toContain("home/alice/.hostseal/key.json");
    expect(await server.run("usr/local/hostseal/uninstall.sh")).toMatchObject({ code: 0, complaints: "" });
    expect(await server.everything()).toEqual(before);
  });

  it("does not install itself where there is no panel", async () => {
    const { code, complaints } = await runHere(join(PANEL, "install.sh"), [], {
      environment: { HOSTSEAL_ROOT: join(ROOT, "docs") },
    });
    expect({ code, complaints }).toEqual({ code: 1, complaints: "There is no cPanel & WHM on this server.\n" });
  });
});
