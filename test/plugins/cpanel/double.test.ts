import { createServer } from "node:http";
import { describe, expect, it, onTestFinished } from "vitest";
import { listenHere } from "../../contracts/listen-here.ts";
import { asName, opened } from "./opened.ts";

const openDouble = async () => {
  const { double } = await opened();
  const { url, close } = await listenHere(createServer(double.listener));
  onTestFinished(async () => close());
  const headers = {
    root: { authorization: `whm root:${double.credential.reveal()}` },
    reseller: { authorization: `whm quayline:${double.resellerCredential.reveal()}` },
    account: { authorization: `cpanel harbour:${double.accountCredential.reveal()}` },
    stranger: { authorization: `whm root:${double.strangeCredential.reveal()}` },
  };
  const get = async (who: keyof typeof headers, path: string): Promise<unknown> =>
    (await fetch(`${url}${path}`, { headers: headers[who] })).json();
  return { double, url, headers, get };
};

const added = (name: string): string =>
  encodeURIComponent(JSON.stringify({ dname: name, ttl: 300, record_type: "TXT", data: ["x"] }));

const UAPI = "/json-api/uapi_cpanel?api.version=1&cpanel.user=harbour&cpanel.module=";

describe("the envelopes of the double", () => {
  it("are flat for the account, and within WHM's for root", async () => {
    const { get } = await openDouble();
    const flat = { status: 1, errors: null, messages: null, warnings: null, metadata: { transformed: 1 } };
    expect(await get("account", "/execute/DomainInfo/list_domains")).toMatchObject({
      ...flat,
      data: { main_domain: "example.com", sub_domains: [], parked_domains: [] },
    });
    expect(await get("root", `${UAPI}DomainInfo&cpanel.function=list_domains`)).toMatchObject({
      metadata: { command: "uapi_cpanel", reason: "OK", result: "1", version: "1" },
      data: { uapi: { status: "1", data: { main_domain: "example.com" } } },
    });
  });

  it("fail on either level", async () => {
    const { get } = await openDouble();
    expect(await get("root", `${UAPI}DNS&cpanel.function=parse_zone&zone=elsewhere.example`)).toMatchObject({
      metadata: { result: 1 },
      data: { uapi: { status: 0, errors: ["You do not control a DNS zone named elsewhere.example."] } },
    });
    expect(await get("reseller", `${UAPI}DNS&cpanel.function=parse_zone&zone=example.com`)).toMatchObject({
      metadata: { result: "0", reason: "You do not control the user “harbour”." },
      data: null,
    });
  });

  it("refuse what is not documented: functions, missing arguments, and calls without a version", async () => {
    const { get } = await openDouble();
    expect(await get("account", "/execute/SSL/no_such")).toMatchObject({ status: 0, errors: [expect.any(String)] });
    expect(await get("account", "/execute/SSL/install_ssl?domain=example.com")).toMatchObject({
      errors: ["No 'cert' argument specified."],
    });
    expect(await get("account", "/execute/SSL/fetch_key_and_cabundle_for_certificate?certificate=x")).toMatchObject({
      errors: ["You must use the HTTP POST method to call this function."],
    });
    expect(await get("root", "/json-api/version")).toMatchObject({ statusmsg: expect.stringContaining("API 0") });
    expect(await get("root", "/json-api/no_such?api.version=1")).toMatchObject({ metadata: { result: 0 } });
  });

  it("refuse tokens that are unknown, or for another door", async () => {
    const { url, headers } = await openDouble();
    const denied = { cpanelresult: { error: "Access denied", data: { reason: "Access denied", result: "0" } } };
    for (const [who, path] of [
      ["stranger", "/json-api/version?api.version=1"],
      ["root", "/execute/DomainInfo/list_domains"],
      ["account", "/json-api/version?api.version=1"],
    ] as const) {
      const answer = await fetch(`${url}${path}`, { headers: headers[who] });
      expect(answer.status).toBe(403);
      expect(await answer.json()).toMatchObject(denied);
    }
    const nobody = await fetch(`${url}/`);
    expect([nobody.status, nobody.headers.get("content-type")]).toEqual([401, "text/html"]);
    expect(await nobody.text()).toContain("<title>cPanel Login</title>");
  });
});

describe("the zones of the double", () => {
  type Line = { readonly line_index: number | string; readonly type: string; readonly record_type?: string };

  const parse = async (get: (who: "account", path: string) => Promise<unknown>) =>
    ((await get("account", "/execute/DNS/parse_zone?zone=example.com")) as { readonly data: readonly Line[] }).data;

  it("have comments and directives, and lines that move", async () => {
    const { get, double } = await openDouble();
    const before = await parse(get);
    expect(before.slice(0, 3).map(({ type }) => type)).toEqual(["comment", "control", "record"]);
    expect(before[2]?.record_type).toBe("SOA");
    double.state.world.controls.dns.remove({ host: "example.com", type: "NS", value: "ns1.hosting.example" });
    expect(await parse(get)).toHaveLength(before.length - 1);
  });

  it("take several records at once, numbered or repeated", async () => {
    const { get, double } = await openDouble();
    const serial = 2_026_112_100 + (double.state.world.ground.zones.zone("example.com")?.serial() ?? 0);
    const path = `/execute/DNS/mass_edit_zone?zone=example.com&serial=${serial}&add-0=${added("_a")}&add=${added("_b")}`;
    expect(await get("account", path)).toMatchObject({ status: 1, data: { new_serial: String(serial + 2) } });
    const domains = "/execute/DNS/has_local_authority?domain=example.com&domain-1=blog.example.org";
    expect(await get("account", domains)).toMatchObject({
      data: [
        { domain: "example.com", local_authority: "1", zone: "example.com" },
        { domain: "blog.example.org", local_authority: "0" },
      ],
    });
  });
});

it("a certificate that lacks names of its site is installed, and the double says which", async () => {
  const { double, url, headers } = await openDouble();
  const { issue } = await opened();
  const { certificate, chain, key } = await issue(asName("example.com"));
  const body = new URLSearchParams({
    domain: "www.example.com",
    cert: certificate,
    key: key.reveal(),
    cabundle: chain.join("\n"),
  });
  const answer = await fetch(`${url}/execute/SSL/install_ssl`, { method: "POST", headers: headers.account, body });
  expect(await answer.json()).toMatchObject({
    status: 1,
    data: { working_domains: ["example.com"], warning_domains: ["www.example.com"], extra_certificate_domains: [] },
  });
  expect(double.state.world.ground.shelf.active("bakery")).toBeDefined();
});
