import { chmod, mkdir, readdir, readFile, stat, symlink, writeFile } from "node:fs/promises";
import { Secret } from "@hostseal/pki";
import { accountKey } from "@hostseal/sign-on";
import { describe, expect, it } from "vitest";
import { openApp, SERVER_KEY } from "./app-double.ts";
import { runHere, visitPage } from "./run-here.ts";
import { GENERATION, installBundle, makeServerRoot, type ServerRoot } from "./server-root.ts";

const PAGE = "usr/local/cpanel/base/frontend/jupiter/hostseal/index.live.php";
const KEY = "home/alice/.hostseal/key.json";

const connected = async (more: readonly string[] = []) => {
  const [server, app] = [await makeServerRoot(), await openApp()];
  await installBundle(server);
  const ran = await server.hostseal(["configure", "--app", app.url, "--server", "web1", ...more], SERVER_KEY);
  expect(ran).toMatchObject({ code: 0, output: "2 of 2 accounts have their key.\n", complaints: "" });
  return { server, app };
};

type Answers = Readonly<Record<string, object>>;
const GRANTED: Answers = {
  "Features::has_feature::hostseal": { status: 1 },
  "Locale::get_attributes": { status: 1, data: { locale: "de" } },
};

const environmentOf = (server: ServerRoot, answers: Answers) => ({
  HOME: server.at("home/alice"),
  REMOTE_USER: "alice",
  ANSWERS: JSON.stringify(answers),
});

const openPage = async (server: ServerRoot, answers: Answers = GRANTED): Promise<string> => {
  const environment = environmentOf(server, answers);
  const { output, complaints, code } = await runHere("php", [server.at(PAGE)], { environment });
  expect({ complaints, code }).toEqual({ complaints: "", code: 0 });
  expect(output).toContain("<!-- closed -->");
  return output;
};

const assertionIn = (page: string): string => /name="assertion" value="([^"]+)"/.exec(page)?.[1] ?? "";

describe("the key of an account", () => {
  it("is the one that the app derives, and lies where only the account can read it", async () => {
    const { server, app } = await connected();
    expect(JSON.parse(await readFile(server.at(KEY), "utf8"))).toEqual({
      account: "alice",
      app: app.url,
      display: "redirect",
      generation: GENERATION,
      key: accountKey(new Secret(SERVER_KEY), "alice", GENERATION).reveal(),
      server: "web1",
    });
    const [file, home] = [await stat(server.at(KEY)), await stat(server.at("home/alice"))];
    expect([file.mode & 0o777, file.uid]).toEqual([0o600, home.uid]);
  });

  it("is all that customers can read: the server's key is root's alone", async () => {
    const { server } = await connected();
    const secret = server.at("var/cpanel/hostseal/server.json");
    expect(await readFile(secret, "utf8")).toContain(SERVER_KEY);
    expect((await stat(secret)).mode & 0o777).toBe(0o600);
    for (const path of await server.everything()) {
      const isFile = (await stat(server.at(path))).isFile();
      if (!isFile || path === "var/cpanel/hostseal/server.json") continue;
      expect(await readFile(server.at(path), "latin1")).not.toContain(SERVER_KEY);
    }
  });

  it("is not written where a link of the account leads", async () => {
    const [server, app] = [await makeServerRoot(), await openApp()];
    await installBundle(server);
    await mkdir(server.at("elsewhere"));
    await writeFile(server.at("elsewhere/key.json"), "precious");
    await chmod(server.at("elsewhere"), 0o500);
    await symlink(server.at("elsewhere"), server.at("home/alice/.hostseal"));
    const ran = await server.hostseal(["configure", "--app", app.url, "--server", "web1"], SERVER_KEY);
    await chmod(server.at("elsewhere"), 0o700);
    expect(ran).toMatchObject({ code: 1, output: "1 of 2 accounts have their key.\n" });
    expect(await readdir(server.at("elsewhere"))).toEqual(["key.json"]);
    expect(await readFile(server.at("elsewhere/key.json"), "utf8")).toBe("precious");
  });
});

describe("the page of a customer", () => {
  it("signs the customer on, in the customer's language", async () => {
    const { server, app } = await connected(["--return-to", "https://panel.example:2083/"]);
    const page = await openPage(server);
    expect(page).toContain(`<form id="hostseal" method="post" action="${app.url}/panel/sign-on">`);
    expect(page).toContain("SSL-Zertifikate öffnen");
    const verified = await app.verify(assertionIn(page));
    expect(verified).toMatchObject({
      kind: "accepted",
      claims: { sub: "alice", role: "customer", locale: "de", iss: "web1", return_to: "https://panel.example:2083/" },
    });
    expect(await app.verify(assertionIn(page))).toMatchObject({ kind: "refused", because: "used-before" });
  });

  it("is another one each time, and holds no key", async () => {
    const { server } = await connected();
    const pages = [await openPage(server), await openPage(server)];
    expect(new Set(pages.map(assertionIn)).size).toBe(2);
    const { key } = JSON.parse(await readFile(server.at(KEY), "utf8")) as { readonly key: string };
    for (const page of pages) expect(page).not.toContain(key);
  });

  it("lets nothing run but its own script, goes nowhere but to the app, and is kept nowhere", async () => {
    const { server, app } = await connected();
    const { headers, content } = await visitPage(server.at(PAGE), environmentOf(server, GRANTED));
    const nonce = /<script nonce="([0-9a-f]{32})">/.exec(content)?.[1];
    expect(headers.get("content-security-policy")).toBe(
      `default-src 'none'; script-src 'nonce-${nonce}'; form-action ${app.url}; base-uri 'none'; frame-ancestors 'self'`,
    );
    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.get("referrer-policy")).toBe("no-referrer");
  });

  it("shows the app in a frame inside the panel where the administrator wants it so", async () => {
    const { server, app } = await connected(["--display", "frame"]);
    const page = await openPage(server);
    expect(page).toMatch(/<header>cPanel<\/header>.*target="hostseal".*<iframe name="hostseal".*<footer>/s);
    expect(await app.verify(assertionIn(page))).toMatchObject({ kind: "accepted" });
  });

  it("says so when the package does not have it", async () => {
    const { server } = await connected();
    const page = await openPage(server, { "Features::has_feature::hostseal": { status: 0 } });
    expect(page).toContain("SSL certificates are not part of this hosting package.");
    expect(assertionIn(page)).toBe("");
  });

  it.each(["", "{", '{"generation":"1"}', '{"generation":1,"account":"alice"}'])(
    "says so when there is no key yet, or none that can be read: %s",
    async (content) => {
      const { server } = await connected();
      await writeFile(server.at(KEY), content);
      expect(await openPage(server)).toContain("SSL-Zertifikate sind für dieses Konto noch nicht bereit.");
    },
  );
});

describe("connecting a server", () => {
  it.each([
    [["--app", "ftp://x", "--server", "web1"], SERVER_KEY, "The address of the app"],
    [["--app", "https://x.example/", "--server", "web1"], SERVER_KEY, "without a final slash"],
    [["--app", "https://x.example", "--server", "web 1"], SERVER_KEY, "the name that Hostseal knows it by"],
    [["--app", "https://x.example", "--server", "web1"], "too-short", "The key is the one that Hostseal shows"],
    [["--app", "https://x.example", "--server", "web1", "--display", "popup"], SERVER_KEY, '"redirect" or by "frame"'],
  ])("refuses %j", async (args, key, because) => {
    const server = await makeServerRoot();
    await installBundle(server);
    const { code, complaints } = await server.hostseal(["configure", ...args], key);
    expect(code).not.toBe(0);
    expect(complaints).toContain(because);
  });
});
