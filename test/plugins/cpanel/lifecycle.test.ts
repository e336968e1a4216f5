import { readdir, readFile, writeFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { type AppDouble, openApp, SERVER_KEY } from "./app-double.ts";
import { installBundle, makeServerRoot, type ServerRoot } from "./server-root.ts";

const PERL = "usr/local/cpanel/3rdparty/bin/perl";
const SPOOL = "var/cpanel/hostseal/spool";

const connected = async (): Promise<{ readonly server: ServerRoot; readonly app: AppDouble }> => {
  const [server, app] = [await makeServerRoot(), await openApp()];
  await installBundle(server);
  await server.hostseal(["configure", "--app", app.url, "--server", "web1"], SERVER_KEY);
  return { server, app };
};

/** What the panel tells a hook, with the password it tells too. */
const tell = async (server: ServerRoot, event: string, told: object) => {
  const context = { category: "Whostmgr", event, stage: "post", point: "main" };
  const input = JSON.stringify({ context, data: { pass: "plain-password", ...told }, hook: {} });
  return server.run(PERL, [server.at("usr/local/hostseal/bin/hook")], { input });
};

const events = ({ heard }: AppDouble) => heard.map(({ sub, role, event }) => ({ sub, role, event }));
const role = "administrator";

describe("what becomes of an account", () => {
  it("is told to the app, in the order it happened", async () => {
    const { server, app } = await connected();
    await tell(server, "Accounts::Create", { user: "alice", domain: "example.com" });
    await tell(server, "Accounts::suspendacct", { args: { user: "alice" } });
    await tell(server, "Accounts::unsuspendacct", { args: { user: "alice" } });
    await tell(server, "Accounts::Modify", { user: "alice", newuser: "alicia" });
    await tell(server, "Accounts::Remove", { user: "bob" });
    const { output, code } = await server.hostseal(["deliver"]);
    expect({ output, code }).toEqual({ output: "5 messages were delivered.\n", code: 0 });
    expect(events(app)).toEqual([
      { sub: "alice", role, event: { kind: "created" } },
      { sub: "alice", role, event: { kind: "suspended" } },
      { sub: "alice", role, event: { kind: "resumed" } },
      { sub: "alice", role, event: { kind: "renamed", to: "alicia" } },
      { sub: "bob", role, event: { kind: "removed" } },
    ]);
    expect(await readdir(server.at(SPOOL))).toEqual([]);
  });

  it("waits while the app is away, and is told once it is back", async () => {
    const { server, app } = await connected();
    app.state.isDown = true;
    await tell(server, "Accounts::suspendacct", { user: "alice" });
    await tell(server, "Accounts::Remove", { user: "alice" });
    expect(await server.hostseal(["deliver"])).toMatchObject({
      code: 1,
      complaints: `${app.url} answers with status 503\n`,
    });
    expect((await server.hostseal(["status"])).output).toContain("2 messages wait.");
    app.state.isDown = false;
    await server.hostseal(["deliver"]);
    expect(events(app).map(({ event }) => event?.kind)).toEqual(["suspended", "removed"]);
  });

  it("never writes a password down", async () => {
    const { server, app } = await connected();
    app.state.isDown = true;
    await tell(server, "Accounts::Create", { user: "alice" });
    for (const file of await readdir(server.at(SPOOL)))
      expect(await readFile(server.at(`${SPOOL}/${file}`), "utf8")).toBe('{"event":{"kind":"created"},"sub":"alice"}');
  });

  it("gives a new account its key at once", async () => {
    const { server } = await connected();
    await server.openAccount("carol", 1_800_000_000);
    expect(await tell(server, "Accounts::Create", { user: "carol" })).toMatchObject({ code: 0, output: "1\n" });
    const key = JSON.parse(await readFile(server.at("home/carol/.hostseal/key.json"), "utf8")) as object;
    expect(key).toMatchObject({ account: "carol", generation: 1_800_000_000 });
  });

  it.each([
    ["Accounts::Modify", { user: "alice", plan: "large" }],
    ["Accounts::Modify", { user: "alice", newuser: "alice" }],
    ["Accounts::change_package", { user: "alice" }],
    ["Accounts::Remove", { user: "../../etc" }],
    ["Accounts::Remove", { user: ["alice"] }],
    ["Accounts::Remove", {}],
  ])("%s %j is nothing the app has to know", async (event, told) => {
    const { server } = await connected();
    expect(await tell(server, event, told)).toMatchObject({ code: 0, output: "1\n", complaints: "" });
    expect(await readdir(server.at(SPOOL))).toEqual([]);
  });

  it("never keeps the panel from going on", async () => {
    const { server } = await connected();
    for (const input of ["", "{", "[]", "null", '{"data":5,"context":{"event":"Accounts::Remove"}}'])
      expect(await server.run(PERL, [server.at("usr/local/hostseal/bin/hook")], { input })).toMatchObject({
        code: 0,
        output: "1\n",
      });
  });
});

describe("the page of the administrator", () => {
  const CGI = "usr/local/cpanel/whostmgr/docroot/cgi/hostseal/index.cgi";

  const openPage = async (server: ServerRoot, acls: string, fields?: Record<string, string>) => {
    const input = fields ? new URLSearchParams(fields).toString() : "";
    const environment = {
      ACLS: acls,
      REQUEST_METHOD: fields ? "POST" : "GET",
      CONTENT_LENGTH: String(Buffer.byteLength(input)),
      PERL5LIB: server.at("usr/local/hostseal/lib"),
    };
    const { output, complaints } = await server.run(PERL, [server.at(CGI)], { environment, input });
    expect(complaints).toBe("");
    return output;
  };

  it("is for administrators only", async () => {
    const { server } = await connected();
    const page = await openPage(server, "list-accts", { app: "https://evil.example" });
    expect(page).toMatch(/^Status: 403 Forbidden\r\n/);
    expect(await readFile(server.at("var/cpanel/hostseal/server.json"), "utf8")).not.toContain("evil");
  });

  it("connects the server, and never shows its key", async () => {
    const [server, app] = [await makeServerRoot(), await openApp()];
    await installBundle(server);
    expect(await openPage(server, "all")).toContain('placeholder="as Hostseal shows it"');
    const fields = { app: app.url, server: "web1", key: SERVER_KEY, display: "frame", return_to: "" };
    const page = await openPage(server, "all", fields);
    expect(page).toContain('<p role="status">Connected.</p>');
    expect(page).toContain('placeholder="unchanged"');
    expect(page).not.toContain(SERVER_KEY);
    const kept = await openPage(server, "all", { ...fields, key: "", server: "web2" });
    expect(kept).toContain("Connected.");
    expect(await readFile(server.at("var/cpanel/hostseal/server.json"), "utf8")).toContain(SERVER_KEY);
  });

  it("says what is wrong, and shows nothing as anything but text", async () => {
    const { server } = await connected();
    const wrong = await openPage(server, "all", { app: '"><script>', server: "web1", display: "redirect" });
    expect(wrong).toContain("The address of the app is https://");
    expect(wrong).not.toContain("<script>");
  });

  it("counts the messages that wait", async () => {
    const { server } = await connected();
    await writeFile(server.at(`${SPOOL}/1.json`), '{"sub":"alice","event":{"kind":"removed"}}');
    expect(await openPage(server, "all")).toContain("Messages about accounts that wait: 1");
  });
});
