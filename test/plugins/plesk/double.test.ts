import { randomBytes } from "node:crypto";
import { createServer } from "node:http";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createPleskDouble, type PleskHolder } from "@hostseal/panel-doubles/plesk";
import { fromIso } from "@hostseal/rules";
import { createVirtualClock, startWorld } from "@hostseal/sandbox";
import { describe, expect, it, onTestFinished } from "vitest";
import { listenHere } from "../../contracts/listen-here.ts";

const random = { bytes: (count: number) => randomBytes(count) };
const ADMIN: PleskHolder = { login: "admin", role: "admin", lacks: [] };

const open = async (holder: PleskHolder = ADMIN) => {
  const folder = await mkdtemp(join(tmpdir(), "hostseal-plesk-"));
  const world = await startWorld({ clock: createVirtualClock({ start: fromIso("2026-11-21") }), random, folder });
  const double = createPleskDouble(world, { random });
  const server = await listenHere(createServer(double.listener));
  onTestFinished(async () => {
    await Promise.all([server.close(), world.close()]);
    await rm(folder, { recursive: true });
  });
  const key = double.issue(holder).reveal();
  return {
    packet: async (content: string, headers: Readonly<Record<string, string>> = { KEY: key }): Promise<string> => {
      const url = new URL("/enterprise/control/agent.php", server.url);
      const body = `<packet version="1.6.9.1">${content}</packet>`;
      const response = await fetch(url, { method: "POST", headers: { "content-type": "text/xml", ...headers }, body });
      expect(response.status).toBe(200);
      return (await response.text()).replaceAll("\n", "");
    },
    rest: async (path: string, body: unknown, headers: Readonly<Record<string, string>> = { "X-API-Key": key }) => {
      const init = {
        method: "POST",
        headers: { "content-type": "application/json", ...headers },
        body: JSON.stringify(body),
      };
      const response = await fetch(new URL(`/api/v2${path}`, server.url), init);
      return { status: response.status, body: await response.json() };
    },
    page: async () => (await fetch(server.url)).text(),
  };
};

const get = (operator: string, filter: string): string =>
  `<${operator}><get><filter>${filter}</filter><dataset><gen_info/></dataset></get></${operator}>`;

/** To the zone of `example.com`. */
const add = (host: string): string =>
  `<add_rec><site-id>11</site-id><type>TXT</type><host>${host}</host><value>token</value></add_rec>`;

const codesIn = (answer: string): readonly string[] =>
  [...answer.matchAll(/<errcode>(\d+)</g)].map(([, code = ""]) => code);
const namesIn = (answer: string): readonly string[] =>
  [...answer.matchAll(/<ascii-name>([^<]+)</g)].map(([, name = ""]) => name);

describe("the agent refuses the whole packet", () => {
  it.each([
    ["no key", {}, "1001"],
    ["a key that was never made", { KEY: "00000000-0000-0000-0000-000000000000" }, "11003"],
  ])("with %s", async (_title, headers, code) => {
    const { packet } = await open();
    expect(await packet(get("webspace", ""), headers)).toContain(`<system><status>error</status><errcode>${code}<`);
  });

  it("with a key of another address", async () => {
    const { packet } = await open({ ...ADMIN, address: "192.0.2.1" });
    expect(codesIn(await packet(get("webspace", "")))).toEqual(["11003"]);
  });

  it.each([
    ["an operation it does not know", "<site><invent/></site>"],
    [
      "elements in another order",
      "<dns><add_rec><type>TXT</type><site-id>11</site-id><host>a</host><value>b</value></add_rec></dns>",
    ],
    ["an element that is missing", "<dns><add_rec><site-id>11</site-id><type>TXT</type><host>a</host></add_rec></dns>"],
    ["two kinds of rules in one filter", get("site", "<id>1</id><name>example.com</name>")],
    ["a rule it does not know", get("site", "<owner-login>harbour</owner-login>")],
    ["nothing to do", ""],
  ])("with %s, before anything is done", async (_title, content) => {
    const { packet } = await open();
    expect(await packet(content)).toMatch(/<system><status>error<\/status><errcode>1014<.*Parser error/);
  });
});

describe("the agent judges each operation by itself", () => {
  it("and goes on after one that failed", async () => {
    const { packet } = await open();
    const answer = await packet(get("site", "<name>nowhere.example</name><name>shop.example.com</name>"));
    expect(codesIn(answer)).toEqual(["1013"]);
    expect(namesIn(answer)).toEqual(["shop.example.com"]);
  });

  it("and tells the first domain of a subscription as that, not among the sites", async () => {
    const { packet } = await open();
    expect(namesIn(await packet(get("webspace", "<owner-login>harbour</owner-login>")))).toContain("example.com");
    const sites = namesIn(await packet(get("site", "")));
    expect(sites).toContain("shop.example.com");
    expect(sites).not.toContain("example.com");
    expect(namesIn(await packet(get("site", "<name>example.com</name>")))).toEqual(["example.com"]);
  });

  it("and finds nothing wrong in a group that is empty", async () => {
    const { packet } = await open();
    expect(await packet(get("webspace", "<owner-login>nobody</owner-login>"))).toContain(
      "<result><status>ok</status></result>",
    );
  });

  it("and lets customers see what is theirs, without asking by owner", async () => {
    const { packet } = await open({ login: "neighbour", role: "client", lacks: [] });
    expect(codesIn(await packet(get("webspace", "<owner-login>neighbour</owner-login>")))).toEqual(["1006"]);
    expect(namesIn(await packet(get("webspace", "")))).toEqual(["neighbour.example.net"]);
  });

  it("and refuses a certificate that is bound to be removed, one that is none, and one of a name that is taken", async () => {
    const { packet } = await open();
    const bound = "<name>Lets Encrypt diary.example.com</name>";
    await packet(get("site", "<name>diary.example.com</name>").replace("<gen_info/>", "<hosting/>"));
    const remove = `<remove><filter>${bound}</filter><site>diary.example.com</site></remove>`;
    const content = "<content><csr/><pvt>none</pvt><cert>none</cert></content>";
    const install = (name: string) => `<install>${name}<site>diary.example.com</site>${content}</install>`;
    const answer = await packet(`<certificate>${remove}${install("<name>new</name>")}${install(bound)}</certificate>`);
    expect(codesIn(answer)).toEqual(["1023", "1023", "1007"]);
  });

  it("and writes hosts relative to their zone, shows them whole, and deletes by number", async () => {
    const { packet } = await open();
    const added = await packet(`<dns>${add("_proof")}${add("_proof.example.com")}${add("_proof")}</dns>`);
    expect(codesIn(added)).toEqual(["1019", "1007"]);
    const id = /<id>(\d+)</.exec(added)?.[1] ?? "";
    expect(await packet("<dns><get_rec><filter><site-id>11</site-id></filter></get_rec></dns>")).toContain(
      "<type>TXT</type><host>_proof.example.com.</host><value>token</value>",
    );
    const remove = `<del_rec><filter><id>${id}</id></filter></del_rec>`;
    expect(codesIn(await packet(`<dns>${remove}${remove}</dns>`))).toEqual(["1013"]);
  });
});

describe("REST", () => {
  const call = { params: ["--update", "example.com", "-mail_certificate", "none"] };

  it("runs a command, and tells with 200 that it failed", async () => {
    const { rest } = await open();
    expect(await rest("/cli/subscription_settings/call", call)).toEqual({
      status: 200,
      body: { code: 1, stdout: "", stderr: "Unable to find certificate\n" },
    });
  });

  it.each([
    ["/cli/no_such_command/call", call, 404],
    ["/cli/subscription_settings/call", { params: "--update" }, 400],
    ["/no-such-thing", {}, 404],
  ])("answers %s with %j by %d and a message", async (path, body, status) => {
    const { rest } = await open();
    expect(await rest(path, body)).toMatchObject({ status, body: { message: expect.any(String) } });
  });

  it("is for the administrator alone", async () => {
    const { rest } = await open({ login: "harbour", role: "client", lacks: [] });
    expect(await rest("/cli/subscription_settings/call", call)).toMatchObject({ status: 403 });
    expect(await rest("/cli/subscription_settings/call", call, {})).toMatchObject({ status: 401 });
  });
});

it("shows people a page to log in", async () => {
  const { page } = await open();
  expect(await page()).toMatch(/^<!DOCTYPE html>.*login/);
});
