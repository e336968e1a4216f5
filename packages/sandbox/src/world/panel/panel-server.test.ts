import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { DAY } from "@hostseal/rules";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { OpenedWorld } from "../world.fixture.ts";
import { certify, openWorld } from "../world.fixture.ts";
import type { AccountName } from "../populate/cast.ts";

let opened: OpenedWorld;

beforeEach(async () => {
  opened = await openWorld();
});
afterEach(async () => opened.close());

type Call = { readonly method?: string; readonly body?: unknown; readonly account?: AccountName };

const call = async (path: string, { method = "GET", body, account = "harbour" }: Call = {}) => {
  const { url, credentials } = opened.world.panel;
  const response = await fetch(`${url}${path}`, {
    method,
    headers: { authorization: `Bearer ${credentials[account].reveal()}`, "content-type": "application/json" },
    ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  const answer: unknown = await response.json();
  return { status: response.status, answer };
};

const post = async (path: string, body: unknown) => call(path, { method: "POST", body });
const refused = (status: number, code: string) => ({ status, answer: { error: { code } } });

const offer = async (names: readonly string[]) => {
  const { key, certificates } = await opened.authority.issue(names, DAY);
  return { certificate: certificates[0] ?? "", chain: [], private_key: key.reveal(), if_version: 0 };
};

describe("the panel's API", () => {
  test("lets nobody in without a credential it knows", async () => {
    const { url } = opened.world.panel;
    for (const authorization of ["", "Bearer ", "Bearer wrong", "Basic d3Jvbmc6d3Jvbmc="]) {
      const response = await fetch(`${url}/webspaces`, { headers: { authorization } });
      expect(response.status).toBe(401);
    }
  });

  test("shows each customer its own webspaces and hides the others", async () => {
    const { answer } = await call("/webspaces", { account: "neighbour" });
    expect(answer).toMatchObject({ webspaces: [{ id: "next-door", hostnames: ["neighbour.example.net"] }] });
    expect(await call("/webspaces/bakery/tls", { account: "neighbour" })).toMatchObject(
      refused(404, "webspace_unknown"),
    );
    expect(await call("/webspaces/next-door/tls")).toMatchObject(refused(404, "webspace_unknown"));
  });

  test("keeps each customer out of the zones of the others", async () => {
    const record = { type: "TXT", name: "_x.neighbour.example.net", content: "token" };
    expect(await post("/records", record)).toMatchObject(refused(404, "zone_unknown"));
    const own = await call("/records", { method: "POST", body: record, account: "neighbour" });
    expect(own.status).toBe(200);
    expect((await call("/zones?host=_x.neighbour.example.net")).answer).toEqual({ zones: [] });
  });

  test("keeps each customer away from the keys of the others", async () => {
    const wish = { algorithm: "ec-p256", hostnames: ["neighbour.example.net"] };
    const made = await call("/webspaces/next-door/keys", { method: "POST", body: wish, account: "neighbour" });
    const { key_id, csr } = made.answer as { key_id: string; csr: string };
    const certificate = await certify(csr, ["example.com", "neighbour.example.net"]);
    const stolen = { certificate, chain: [], key_id, if_version: 0 };
    expect(await post("/webspaces/bakery/tls/install", stolen)).toMatchObject(refused(422, "key_unknown"));
    expect(await call(`/keys/${key_id}`, { method: "DELETE" })).toMatchObject({ status: 200 });
    const body = { ...stolen, if_version: 1 };
    const own = await call("/webspaces/next-door/tls/install", { method: "POST", body, account: "neighbour" });
    expect(own.status).toBe(200);
  });

  test("refuses certificates that cannot be served on the webspace, with the reason", async () => {
    const install = "/webspaces/bakery/tls/install";
    const good = await offer(["example.com"]);
    const broken = [
      [{ ...good, certificate: "nothing" }, "certificate_unreadable"],
      [{ ...good, chain: ["nothing"] }, "chain_unreadable"],
      [await offer(["diary.example.com"]), "certificate_for_others"],
      [{ ...good, private_key: "nothing" }, "key_mismatch"],
      [{ ...good, private_key: undefined }, "key_unknown"],
      [{ ...good, private_key: undefined, key_id: "key-never-made" }, "key_unknown"],
    ] as const;
    for (const [body, code] of broken) expect(await post(install, body)).toMatchObject(refused(422, code));
    expect(await post(install, { ...good, if_version: 1 })).toMatchObject(refused(409, "version_conflict"));
    expect((await call("/webspaces/bakery/tls")).answer).toEqual({ active: null });
    expect(await post(install, good)).toMatchObject({ status: 200, answer: { version: 1, confirmed: false } });
  });

  test("takes a certificate for a wildcard alias, and one wildcard for a single name", async () => {
    for (const names of [["*.cloud.example.com"], ["*.example.com"], ["cloud.example.com"]]) {
      const { certificate, chain } = await offer(names);
      expect((await post("/webspaces/cloud/tls/check", { certificate, chain })).status).toBe(200);
    }
  });

  test("keeps aliases apart from other records of the same name", async () => {
    const alias = { type: "CNAME", name: "_a.example.com", content: "proof.ca.example" };
    expect((await post("/records", alias)).status).toBe(200);
    expect((await post("/records", alias)).status).toBe(200);
    const text = { type: "TXT", name: "_a.example.com", content: "token" };
    expect(await post("/records", text)).toMatchObject(refused(409, "record_conflict"));
    expect(await post("/records", { ...alias, name: "example.com" })).toMatchObject(refused(409, "record_conflict"));
  });

  test("writes only records of validations", async () => {
    const wrong = [
      { type: "A", name: "example.com", content: "192.0.2.1" },
      { type: "TXT", name: "no good.example.com", content: "token" },
      { type: "CNAME", name: "_a.example.com", content: "not a host" },
      { type: "TXT", name: `${"a".repeat(64)}.example.com`, content: "token" },
      { type: "TXT", content: "token" },
    ];
    for (const record of wrong) expect(await post("/records", record)).toMatchObject(refused(400, "request_malformed"));
  });

  test("puts files below /.well-known/ of the webspace, and no folder is taken for a file", async () => {
    const put = async (path: string) =>
      call("/webspaces/bakery/files", { method: "PUT", body: { path, content: "x" } });
    expect((await put("/.well-known/pki-validation/a.txt")).status).toBe(200);
    const file = join(opened.folder, "webspaces", "bakery", ".well-known", "pki-validation", "a.txt");
    expect(await readFile(file, "utf8")).toBe("x");
    expect(await put("/.well-known/pki-validation")).toMatchObject(refused(409, "path_taken"));
    expect(await put("/.well-known/pki-validation/a.txt/b.txt")).toMatchObject(refused(409, "path_taken"));
    const remove = await call("/webspaces/bakery/files?path=/.well-known/pki-validation", { method: "DELETE" });
    expect(remove).toMatchObject(refused(409, "path_taken"));
    expect(await put("/index.html")).toMatchObject(refused(422, "path_not_allowed"));
  });

  test("keeps a key until the certificate that replaced its own is confirmed, and then really forgets it", async () => {
    const made = await post("/webspaces/bakery/keys", { algorithm: "ec-p256", hostnames: ["example.com"] });
    const { key_id, csr } = made.answer as { key_id: string; csr: string };
    const forget = async () => call(`/keys/${key_id}`, { method: "DELETE" });
    const install = async (body: object) => post("/webspaces/bakery/tls/install", body);
    const certificate = await certify(csr, ["example.com"]);
    expect((await install({ certificate, chain: [], key_id, if_version: 0 })).status).toBe(200);
    expect(await forget()).toMatchObject(refused(409, "key_in_use"));
    const replaced = await install({ ...(await offer(["example.com"])), if_version: 1 });
    expect(await forget()).toMatchObject(refused(409, "key_in_use"));
    const { sha256 } = replaced.answer as { sha256: string };
    await post("/webspaces/bakery/tls/confirm", { sha256 });
    expect((await forget()).status).toBe(200);
    expect(await post("/webspaces/bakery/tls/restore", { sha256, version: 1 })).toMatchObject(refused(409, "gone"));
  });

  test("answers what it cannot read or does not know in its own form", async () => {
    expect(await post("/records", "{half")).toMatchObject(refused(400, "request_malformed"));
    expect(await post("/records", [])).toMatchObject(refused(400, "request_malformed"));
    expect(await post("/records", "x".repeat(300_000))).toMatchObject(refused(400, "request_malformed"));
    expect(await call("/zones")).toMatchObject(refused(400, "request_malformed"));
    expect(await call("/nothing")).toMatchObject(refused(404, "call_unknown"));
  });

  test("does not let a permission it took away be used", async () => {
    const { panel } = opened.world.controls;
    panel.permit("harbour", "dns:write", false);
    const record = { type: "TXT", name: "_x.example.com", content: "token" };
    const answer = { error: { code: "permission_missing", permission: "dns:write" } };
    expect(await post("/records", record)).toMatchObject({ status: 403, answer });
    panel.permit("harbour", "dns:write", true);
    expect((await post("/records", record)).status).toBe(200);
  });

  test("tells its controls every call", async () => {
    await call("/webspaces");
    await call("/webspaces/bakery/tls");
    expect(opened.world.controls.panel.calls()).toEqual(["GET /api/webspaces", "GET /api/webspaces/bakery/tls"]);
  });
});
