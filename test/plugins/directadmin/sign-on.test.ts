import { randomBytes } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:https";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { createDirectadminDouble } from "@hostseal/panel-doubles/directadmin";
import { Secret } from "@hostseal/pki";
import { type DomainName, fromIso } from "@hostseal/rules";
import { createVirtualClock, startWorld } from "@hostseal/sandbox";
import { verifyAssertion } from "@hostseal/sign-on";
import { describe, expect, it, onTestFinished } from "vitest";
import { createPanelIdentity } from "../../contracts/host-panel-identity.ts";
import type { Identity } from "../../contracts/host-recorder.ts";
import { createTestAuthority } from "../../contracts/host-test-authority.ts";
import { listenHere } from "../../contracts/listen-here.ts";
import { startSigner } from "./running-signer.ts";
import { openScratchServer, setUp } from "./scratch-server.ts";

const APP = "https://ssl.partner.example";
const SERVER = "da1";
const ME = userInfo().username;
const random = { bytes: (count: number) => randomBytes(count) };

/** A panel behind TLS whose server has the plugin installed, and its signer running. */
const open = async (makeIdentity: () => Promise<Identity> = createPanelIdentity) => {
  const folder = await mkdtemp(join(tmpdir(), "hostseal-world-"));
  const world = await startWorld({ clock: createVirtualClock({ start: fromIso("2026-11-21") }), random, folder });
  const [double, identity] = [await createDirectadminDouble(world, { random }), await makeIdentity()];
  const panel = await listenHere(createServer(identity, double.listener));
  const server = await openScratchServer();
  const { port } = new URL(panel.url);
  const panelUrl = `https://panel.example.com:${port}`;
  const caFile = join(folder, "cacert.pem");
  await writeFile(caFile, identity.cert);
  const settings = { app_url: APP, server_id: SERVER, panel_url: panelUrl, ca_file: caFile };
  const key = new Secret(await setUp(server, settings));
  const signer = await startSigner(server);
  onTestFinished(async () => {
    await Promise.all([signer.close(), panel.close(), world.close()]);
    await Promise.all([server.close(), rm(folder, { recursive: true })]);
  });
  return { double, server, settings, signer, key, panelUrl };
};
type Opened = Awaited<ReturnType<typeof open>>;

type Visit = { readonly id: string; readonly key: string; readonly language?: string };

/** What the browser gets when somebody opens the page that signs on. */
const visit = async ({ server }: Opened, level: string, { id, key, language = "en" }: Visit): Promise<string> =>
  server.run(`${level}/sign-on.raw`, { SESSION_ID: id, SESSION_KEY: key, LANGUAGE: language, USERNAME: "root" });

const assertionIn = (page: string): string => /name="assertion" value="([\w.-]+)"/.exec(page)?.[1] ?? "";
const refusalIn = (page: string): string | undefined => /<code>([\w-]+)<\/code>/.exec(page)?.[1];

const verify = async ({ key, panelUrl }: Opened, assertion: string) =>
  verifyAssertion(assertion, {
    now: Date.now(),
    audience: APP,
    serverOf: (id) => (id === SERVER ? { key, origins: [panelUrl] } : undefined),
    memory: { useOnce: async () => true, isCurrent: async () => true },
  });

describe("the page that signs on", () => {
  it.each([
    ["user", "user", "customer"],
    ["user", "reseller", "customer"],
    ["reseller", "reseller", "reseller"],
    ["admin", "admin", "administrator"],
  ] as const)("at the level %s vouches for a session of a %s as a %s", async (level, role, vouched) => {
    const opened = await open();
    const page = await visit(opened, level, opened.double.logIn(ME, role));
    expect(page).toContain(`action="${APP}/panel/sign-on"`);
    expect(await verify(opened, assertionIn(page))).toMatchObject({
      kind: "accepted",
      claims: { sub: ME, role: vouched, iss: SERVER, locale: "en", return_to: `${opened.panelUrl}/` },
    });
  });

  it("trusts the panel's certificate as it lies on the server, whoever issued it", async () => {
    const opened = await open(async () => {
      const { certificate, key } = await (
        await createTestAuthority(Date.now())
      ).issue("panel.example.com" as DomainName);
      return { cert: certificate, key: key.reveal() };
    });
    const page = await visit(opened, "user", opened.double.logIn(ME, "user"));
    expect(await verify(opened, assertionIn(page))).toMatchObject({ kind: "accepted" });
  });

  it("is a whole response that nobody keeps, and that leads nowhere but to the app", async () => {
    const opened = await open();
    const page = await visit(opened, "user", { ...opened.double.logIn(ME, "user"), language: "de_DE.UTF-8" });
    const [head = "", body = ""] = page.split("\r\n\r\n", 2);
    expect(head).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
    expect(head).toMatch(/^Cache-Control: no-store$/m);
    expect(head).toContain(`form-action ${APP};`);
    expect(head).toContain(`Content-Length: ${Buffer.byteLength(body)}`);
    expect(body).toContain('<html lang="de-DE">');
    expect(body).toContain("Weiter zu Ihren SSL-Zertifikaten");
  });

  it("shows neither the session nor the key of the server", async () => {
    const opened = await open();
    const session = opened.double.logIn(ME, "user");
    const shown = `${await visit(opened, "user", session)} ${opened.signer.log()}`;
    for (const secret of [session.id, session.key, opened.key.reveal()]) expect(shown).not.toContain(secret);
  });
});

describe("the signer vouches for nobody", () => {
  it("whose session the panel does not know", async () => {
    const opened = await open();
    const { id, key } = opened.double.logIn(ME, "user");
    for (const session of [
      { id, key: "another-key" },
      { id: "another-id", key },
      { id: "", key: "" },
    ])
      expect(refusalIn(await visit(opened, "user", session))).toBe("no-session");
  });

  it("with the session of somebody else, whatever name the page was given", async () => {
    const opened = await open();
    const page = await visit(opened, "user", opened.double.logIn("somebody-else", "user"));
    expect(refusalIn(page)).toBe("another-user");
    expect(opened.signer.log()).toContain("refused, another-user");
  });

  it.each([
    ["admin", "user"],
    ["admin", "reseller"],
    ["reseller", "user"],
  ] as const)("at the level %s with the session of a %s", async (level, role) => {
    const opened = await open();
    expect(refusalIn(await visit(opened, level, opened.double.logIn(ME, role)))).toBe("beyond-its-level");
  });

  it("when whoever answers on the panel's port cannot show its certificate", async () => {
    const opened = await open();
    const session = opened.double.logIn(ME, "user");
    const { cert } = await createPanelIdentity();
    await writeFile(opened.settings.ca_file, cert);
    expect(refusalIn(await visit(opened, "user", session))).toBe("panel-unreachable");
  });

  it("while its settings are missing, and says to root what is", async () => {
    const opened = await open();
    await setUp(opened.server, { ...opened.settings, app_url: "" });
    expect(refusalIn(await visit(opened, "user", opened.double.logIn(ME, "user")))).toBe("not-set-up");
    expect(opened.signer.log()).toContain("app_url is not set rightly");
  });

  it("when it is not running", async () => {
    const server = await openScratchServer();
    onTestFinished(async () => server.close());
    expect(await server.run("user/sign-on.raw", { SESSION_ID: "a", SESSION_KEY: "b" })).toContain("no-signer");
  });
});

it.each(["user", "reseller", "admin"])("the doorstep of the level %s leads to its own page", async (level) => {
  const server = await openScratchServer();
  onTestFinished(async () => server.close());
  await server.run("scripts/install.sh");
  const page = await server.run(`${level}/index.html`, { LANGUAGE: "en" });
  expect(page).toMatch(new RegExp(`href="/CMD_PLUGINS(_${level.toUpperCase()})?/hostseal/sign-on\\.raw"`));
});
