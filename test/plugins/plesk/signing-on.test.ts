import { Secret } from "@hostseal/pki";
import { SECOND } from "@hostseal/rules";
import { type Claims, verifyAssertion } from "@hostseal/sign-on";
import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { openPleskServer, type PleskServer } from "./plesk-server.ts";

const APP = "https://ssl.partner.example";
const KEY = Buffer.alloc(32, 7).toString("base64url");

const setUp = async (server: PleskServer): Promise<void> =>
  void (await server.answer("command", {
    name: "setUp",
    options: { app: `${APP}/`, server: "web1" },
    stdin: `${KEY}\n`,
  }));

const showing = async (as: string, query: Readonly<Record<string, string>> = {}): Promise<string> => {
  const server = await openPleskServer();
  await setUp(server);
  await server.alter((state) => void (state.session = as));
  return String(await server.answer("page", { controller: "index", query }));
};

const claimsIn = async (page: string): Promise<Claims> => {
  const assertion = /name="assertion" value="([^"]+)"/.exec(page)?.[1] ?? "";
  const verified = await verifyAssertion(assertion, {
    now: Date.now(),
    audience: APP,
    serverOf: () => ({ key: new Secret(KEY), origins: [] }),
    memory: { useOnce: async () => true, isCurrent: async () => true },
  });
  if (verified.kind === "refused") return expect.unreachable(verified.because);
  return verified.claims;
};

describe("the vectors of the protocol", () => {
  it("are written byte for byte by the panel's PHP", async () => {
    const vectors = JSON.parse(
      await readFile(new URL("../../../packages/sign-on/vectors.json", import.meta.url), "utf8"),
    ) as {
      readonly signed: readonly {
        readonly signer: string;
        readonly key: string;
        readonly claims: Claims;
        readonly assertion: string;
      }[];
    };
    const server = await openPleskServer();
    const own = vectors.signed.filter(({ signer }) => signer === "server");
    expect(own.length).toBeGreaterThan(2);
    for (const { claims, key, assertion } of own) expect(await server.answer("sign", { claims, key })).toBe(assertion);
  });
});

describe("the page behind the button", () => {
  it("vouches for the customer, and sends the form by itself", async () => {
    const page = await showing("harbour");
    expect(page).toContain(`action="${APP}/panel/sign-on"`);
    expect(page).toContain('<form id="hostseal-sign-on" method="post"');
    const claims = await claimsIn(page);
    expect(claims).toMatchObject({ iss: "web1", sub: "harbour", role: "customer", locale: "en-US" });
    expect((claims.exp - claims.iat) * SECOND).toBe(60 * SECOND);
  });

  it("vouches for another each time", async () => {
    const [one, other] = [await claimsIn(await showing("harbour")), await claimsIn(await showing("harbour"))];
    expect(one.jti).not.toBe(other.jti);
  });

  it("opens the account of the domain's owner to the administrator, as the administrator", async () => {
    const claims = await claimsIn(await showing("admin", { site_id: "15" }));
    expect(claims).toMatchObject({ sub: "neighbour", role: "administrator" });
  });

  it.each(["site_id", "dom_id"])("shows a customer nothing of the domain of another, named by %s", async (name) => {
    await expect(showing("harbour", { [name]: "15" })).rejects.toThrow("This domain is not yours.");
  });

  it("says so in the language of the panel when it was not set up", async () => {
    const server = await openPleskServer((state) => void Object.assign(state, { locale: "de-DE", session: "harbour" }));
    const page = String(await server.answer("page", { controller: "index" }));
    expect(page).toContain("Der Administrator hat es noch nicht eingerichtet.");
    expect(page).not.toContain("assertion");
  });
});

describe("setting up", () => {
  it("seals the key, and never shows it", async () => {
    const server = await openPleskServer();
    await setUp(server);
    const shown = await server.ask("command", { name: "show", options: {} });
    expect(shown.printed).toContain("ready: yes");
    const page = await server.answer("page", { controller: "settings" });
    for (const text of [JSON.stringify(await server.state()), shown.printed, String(page)])
      expect(text).not.toContain(KEY);
  });

  it.each([
    [{ app: "http://ssl.partner.example", server: "web1" }, "app"],
    [{ app: "https://user@ssl.partner.example", server: "web1" }, "app"],
    [{ app: APP, server: "web 1" }, "server"],
  ])("refuses %j, and stores nothing", async (options, field) => {
    const server = await openPleskServer();
    const told = await server.ask("command", { name: "setUp", options, stdin: KEY });
    expect(told).toMatchObject({ answer: 1, err: `Not set up; wrong or missing: ${field}\n` });
    expect((await server.state()).settings).toEqual({});
  });

  it.each(["", "too-short"])("needs a key, not %j", async (stdin) => {
    const server = await openPleskServer();
    const told = await server.ask("command", { name: "setUp", options: { app: APP, server: "web1" }, stdin });
    expect(told).toMatchObject({ answer: 1 });
  });

  it("is for the administrator alone in the browser, and keeps the key when none is given", async () => {
    const server = await openPleskServer();
    await setUp(server);
    const post = { app: "https://other.partner.example", server: "web2", key: "" };
    expect(await server.answer("page", { controller: "settings", post })).toContain("Stored.");
    expect((await server.state()).settings).toMatchObject({ app: "https://other.partner.example", server: "web2" });
    await server.alter((state) => void (state.session = "harbour"));
    expect(await server.ask("page", { controller: "settings", post })).toMatchObject({ thrown: "Permission denied" });
  });

  it("says what is wrong with a field", async () => {
    const server = await openPleskServer();
    const post = { app: "ftp://x", server: "web1", key: KEY };
    expect(await server.answer("page", { controller: "settings", post })).toContain("must begin with https://");
  });
});

type Button = { readonly place: number; readonly visibility: boolean; readonly title: string; readonly link: string };

const buttonsFor = async (as: string, context: object): Promise<readonly Button[]> => {
  const server = await openPleskServer();
  await setUp(server);
  await server.alter((state) => void (state.session = as));
  return (await server.answer("buttons", context)) as readonly Button[];
};

/** Beside a domain, as Plesk numbers its places. */
const DOMAIN = 16;

describe("buttons", () => {
  it("stand in the sidebar, beside a domain, and among the administrator's tools", async () => {
    const buttons = await buttonsFor("harbour", { site_id: "11" });
    expect(buttons.map(({ place }) => place)).toEqual([7, 13, 12, DOMAIN, 5]);
    expect(buttons.every(({ visibility }) => visibility)).toBe(true);
    expect(buttons[0]).toMatchObject({
      title: "SSL certificates",
      link: "/modules/hostseal/index.php/index/index",
      newWindow: true,
    });
  });

  it.each([
    ["beside an alias", { site_id: "11", alias_id: "3" }],
    ["beside the domain of another", { site_id: "15" }],
    ["beside nothing", {}],
  ])("are not shown %s", async (_title, context) => {
    const beside = (await buttonsFor("harbour", context)).find(({ place }) => place === DOMAIN);
    expect(beside?.visibility).toBe(false);
  });

  it("wait until it is set up", async () => {
    const server = await openPleskServer();
    const buttons = (await server.answer("buttons", { site_id: "11" })) as readonly Button[];
    expect(buttons.filter(({ visibility }) => visibility).map(({ place }) => place)).toEqual([5]);
  });
});
