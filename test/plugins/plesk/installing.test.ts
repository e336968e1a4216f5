import { execFile } from "node:child_process";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { openPleskServer, packedExtension, PHP, type PleskState } from "./plesk-server.ts";

const textOf = (bytes: Uint8Array | undefined): string => Buffer.from(bytes ?? []).toString();
const messagesIn = (php: string): readonly string[] =>
  [...php.matchAll(/^ {4}'([\w.]+)' =>/gm)].map(([, key = ""]) => key);

describe("the archive", () => {
  it("has what Plesk looks for, at the top", async () => {
    const files = await packedExtension();
    expect([...files.keys()]).toEqual(
      expect.arrayContaining([
        "meta.xml",
        "DESCRIPTION.md",
        "_meta/icons/32x32.png",
        "_meta/icons/64x64.png",
        "_meta/icons/128x128.png",
        "htdocs/index.php",
        "plib/hooks/ApiRpc.php",
        "plib/hooks/CustomButtons.php",
        "plib/hooks/LongTasks.php",
      ]),
    );
    expect(textOf(files.get("meta.xml"))).toMatch(/<id>hostseal<\/id>[^]*<version>1\.2\.3<\/version>/);
  });

  it("has lines that end as Unix ends them, and no secret", async () => {
    for (const [path, bytes] of await packedExtension()) {
      if (path.endsWith(".png")) continue;
      expect(textOf(bytes), path).not.toMatch(/\r|PRIVATE KEY/);
    }
  });

  it("says the same in every language", async () => {
    const files = await packedExtension();
    const locales = [...files.keys()].filter((path) => path.startsWith("plib/resources/locales/"));
    expect(locales).toHaveLength(2);
    const [english, ...others] = locales.toReversed().map((path) => messagesIn(textOf(files.get(path))));
    expect(english?.length).toBeGreaterThan(15);
    for (const other of others) expect(other).toEqual(english);
    const used = [...files].flatMap(([, bytes]) => [...textOf(bytes).matchAll(/lmsg\('([\w.]+)'\)/g)]);
    expect(english).toEqual(expect.arrayContaining(used.map(([, key]) => key)));
  });
});

const lint = async (path: string) => promisify(execFile)(PHP, ["-l", path]);

/** As `plesk bin extension --install` puts the archive into place. */
const installed = async (change?: (state: PleskState) => void) => openPleskServer(change, await packedExtension());

describe("the extension", () => {
  it("is PHP in every file", async () => {
    const { root } = await installed();
    const entries = await readdir(join(root, "usr"), { recursive: true, withFileTypes: true });
    const scripts = entries.filter(({ name }) => /\.ph(?:p|tml)$/.test(name));
    expect(scripts.length).toBeGreaterThan(20);
    const paths = scripts.map(({ parentPath, name }) => join(parentPath, name));
    for (const { stdout } of await Promise.all(paths.map(lint))) expect(stdout).toMatch(/^No syntax errors/);
  });

  it("is looked after once a minute from its installation on", async () => {
    const { state } = await installed();
    const always = { minute: "*", hour: "*", dom: "*", month: "*", dow: "*" };
    expect((await state()).schedule).toEqual([{ cmd: "tell-hostseal.php", ...always }]);
  });

  it("is scheduled once, however often it is updated", async () => {
    const server = await installed();
    await server.answer("script", { name: "post-install" });
    expect((await server.state()).schedule).toHaveLength(1);
  });

  it("leaves nothing behind when it is uninstalled, and no certificate is taken away", async () => {
    const server = await installed((state) => {
      state.certificates = [{ name: "hostseal-1", site: 11, cert: "in use" }];
    });
    await server.answer("command", {
      name: "setUp",
      options: { app: "http://127.0.0.1:1", server: "web1" },
      stdin: "k".repeat(43),
    });
    await server.answer("event", { type: "client", id: 9, action: "client_delete", old: { login_name: "x" }, new: {} });
    await server.answer("tasks");
    const left = await server.uninstall();
    expect(left).toEqual([]);
    expect(await server.state()).toMatchObject({ settings: {}, schedule: [], certificates: [{ name: "hostseal-1" }] });
    const files = await readdir(join(server.root, "usr"), { recursive: true, withFileTypes: true });
    expect(files.filter((entry) => entry.isFile())).toEqual([]);
  });
});
