import { once } from "node:events";
import type { RequestListener } from "node:http";
import { createServer as createPlainServer } from "node:http";
import { createServer as createTlsServer } from "node:https";
import type { AddressInfo, Server } from "node:net";
import { createServer as createSocketServer } from "node:net";
import { Secret, fingerprint, makeKey, signCertificate } from "@hostseal/pki";
import { DAY } from "@hostseal/rules";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import type { HttpSettings } from "./create-http.ts";
import { createHttp } from "./create-http.ts";
import { readShownCertificate } from "./shown-certificate.ts";
import type { HttpCall, HttpOutcome } from "./http.ts";

const serve = async (server: Server): Promise<number> => {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  return (server.address() as AddressInfo).port;
};

const serving = async (listener: RequestListener): Promise<string> =>
  `http://127.0.0.1:${await serve(createPlainServer(listener))}`;

const asking = (url: string, call: Partial<HttpCall> = {}, settings: HttpSettings = {}) =>
  createHttp({ timeout: 2_000, ...settings }).send({
    method: "GET",
    url,
    credential: { secret: new Secret("secret-credential"), toHeaders: (revealed) => ({ "X-Key": revealed }) },
    ...call,
  });

const answered = (outcome: HttpOutcome) => {
  if (outcome.kind === "lost") throw outcome.cause;
  return outcome;
};

const selfSigned = async () => {
  const privateKey = await makeKey("ec-p256");
  const name = { commonName: "127.0.0.1" };
  const now = Date.now();
  const cert = await signCertificate({
    subject: name,
    issuer: { privateKey, name },
    publicKey: privateKey.publicKeyPem,
    serial: "01",
    notBefore: now - DAY,
    notAfter: now + DAY,
    names: ["localhost"],
    ca: {},
    ekus: ["1.3.6.1.5.5.7.3.1"],
  });
  return { cert, key: privateKey.pem.reveal() };
};

const withEnvironment = (name: string, value: string): void => {
  vi.stubEnv(name, value);
  onTestFinished(() => void vi.unstubAllEnvs());
};

describe("a request", () => {
  it("carries credential and body, and hands the answer back whatever its status", async () => {
    const url = await serving((request, response) => {
      response.writeHead(418, { "Retry-After": "7" }).write(`${String(request.headers["x-key"])} `);
      request.pipe(response);
    });
    const answer = answered(await asking(url, { method: "POST", body: { kind: "json", value: { a: 1 } } }));
    expect(answer).toMatchObject({ status: 418, text: 'secret-credential {"a":1}', retryAfter: "7" });
    expect(answer.redact(answer.text)).toBe('[secret] {"a":1}');
  });

  it("follows no redirect: the credential goes nowhere else", async () => {
    const visits: string[] = [];
    const elsewhere = await serving((request, response) => {
      visits.push(request.url ?? "");
      response.end();
    });
    const url = await serving((_request, response) => response.writeHead(307, { Location: elsewhere }).end());
    expect(await asking(url)).toMatchObject({ status: 307, location: elsewhere });
    expect(visits).toEqual([]);
  });

  it("uses no proxy, whatever the environment says", async () => {
    const url = await serving((_request, response) => response.end("direct"));
    withEnvironment("http_proxy", "http://127.0.0.1:9");
    expect(await asking(url)).toMatchObject({ text: "direct" });
  });

  it("gives up on an endless answer after its bytes, and on a dripping one after its time", async () => {
    const endless = await serving((_request, response) => {
      const fill = (): void => void (response.destroyed || response.write("x".repeat(10_000), fill));
      fill();
    });
    expect(await asking(endless, {}, { largestBody: 100_000 })).toMatchObject({ kind: "lost", isNonsense: true });
    const dripping = await serving((_request, response) => {
      const drip = setInterval(() => response.write(" "), 10);
      response.once("close", () => clearInterval(drip));
    });
    expect(await asking(dripping, {}, { timeout: 150 })).toMatchObject({
      kind: "lost",
      because: "no answer in time",
      wasSent: true,
    });
  });

  it("knows a server that does not speak HTTP", async () => {
    const port = await serve(createSocketServer((socket) => socket.end("220 smtp.example.com ESMTP\r\n")));
    expect(await asking(`http://127.0.0.1:${port}`)).toMatchObject({ kind: "lost", isNonsense: true });
  });

  it("ends when everything ends", async () => {
    const stop = new AbortController();
    const url = await serving(() => stop.abort());
    expect(await asking(url, {}, { signal: stop.signal })).toMatchObject({ kind: "lost" });
  });

  it("that was cut off remembers whether it can have arrived", async () => {
    const url = await serving((request) => request.socket.destroy());
    expect(await asking(url, { method: "POST" })).toMatchObject({ kind: "lost", wasSent: true, isNonsense: false });
    expect(await asking("http://127.0.0.1:1")).toMatchObject({ kind: "lost", wasSent: false });
  });

  it("takes every secret of a form out of what comes back", async () => {
    const url = await serving((request, response) => void request.pipe(response));
    const fields = { domain: "example.com", key: new Secret("-----BEGIN KEY-----\nab+c/d=\n") };
    const answer = answered(await asking(url, { method: "POST", body: { kind: "form", fields } }));
    expect(new URLSearchParams(answer.text).get("key")).toBe(fields.key.reveal());
    expect(answer.redact(answer.text)).toBe("domain=example.com&key=[secret]");
  });

  it("does the same for secrets that are named in a text", async () => {
    const url = await serving((request, response) => void request.pipe(response));
    const text = "<pvt>some-key</pvt>";
    const body = { kind: "text", type: "text/xml", text, secrets: [new Secret("some-key")] } as const;
    const answer = answered(await asking(url, { method: "POST", body }));
    expect(answer.text).toBe(text);
    expect(answer.redact(answer.text)).toBe("<pvt>[secret]</pvt>");
  });

  it("does the same for secrets anywhere in JSON", async () => {
    const url = await serving((request, response) => void request.pipe(response));
    const value = { chain: ["a", 1, null], files: [{ key: new Secret("-----BEGIN KEY-----\nab+c/d=\n") }] };
    const answer = answered(await asking(url, { method: "PUT", body: { kind: "json", value } }));
    expect(JSON.parse(answer.text)).toMatchObject({ files: [{ key: "-----BEGIN KEY-----\nab+c/d=\n" }] });
    expect(answer.redact(answer.text)).toBe('{"chain":["a",1,null],"files":[{"key":"[secret]"}]}');
  });
});

describe("TLS", () => {
  it("is refused without a known root, before anything is sent, and taken with it", async () => {
    const { cert, key } = await selfSigned();
    const seen: unknown[] = [];
    const port = await serve(
      createTlsServer({ cert, key }, (request, response) => {
        seen.push(request.headers);
        response.end("welcome");
      }),
    );
    const url = `https://localhost:${port}`;
    expect(await asking(url, { method: "POST" })).toMatchObject({
      kind: "lost",
      wasSent: false,
      because: "its TLS certificate cannot be trusted",
    });
    expect(seen).toEqual([]);
    expect(await asking(url, {}, { trust: { kind: "roots", roots: [cert] } })).toMatchObject({ text: "welcome" });
  });

  it("takes a pinned certificate, whatever its names, and no other", async () => {
    const [pinned, other] = [await selfSigned(), await selfSigned()];
    const seen: unknown[] = [];
    const listener: RequestListener = (request, response) => {
      seen.push(request.url);
      response.end("welcome");
    };
    const urlOf = async (pair: typeof pinned) => `https://127.0.0.1:${await serve(createTlsServer(pair, listener))}`;
    const trust = { kind: "pin", sha256: fingerprint(pinned.cert).sha256 } as const;
    expect(await asking(await urlOf(pinned), {}, { trust })).toMatchObject({ text: "welcome" });
    expect(await asking(await urlOf(other), {}, { trust })).toMatchObject({
      kind: "lost",
      wasSent: false,
      because: "its TLS certificate is not the one that was pinned",
    });
    expect(seen).toEqual(["/"]);
  });

  it("shows what a server presents, so that a person can decide, and sends nothing", async () => {
    const pair = await selfSigned();
    const seen: unknown[] = [];
    const port = await serve(createTlsServer(pair, (request) => seen.push(request.url)));
    const { sha256 } = fingerprint(pair.cert);
    const url = `https://localhost:${port}`;
    expect(await readShownCertificate(url)).toMatchObject({ sha256, isTrusted: false });
    expect(await readShownCertificate(url, [pair.cert])).toMatchObject({ sha256, isTrusted: true });
    expect(seen).toEqual([]);
    await expect(readShownCertificate("https://127.0.0.1:1")).rejects.toThrow();
  });

  it("that is pinned knows that a request was sent", async () => {
    const pair = await selfSigned();
    const port = await serve(createTlsServer(pair, (request) => request.socket.destroy()));
    const trust = { kind: "pin", sha256: fingerprint(pair.cert).sha256 } as const;
    expect(await asking(`https://127.0.0.1:${port}`, {}, { trust })).toMatchObject({ kind: "lost", wasSent: true });
  });

  it("cannot be switched off by the environment", async () => {
    const { cert, key } = await selfSigned();
    const port = await serve(createTlsServer({ cert, key }, (_request, response) => response.end()));
    withEnvironment(["NODE_TLS", "REJECT_UNAUTHORIZED"].join("_"), "0");
    expect(await asking(`https://localhost:${port}`)).toMatchObject({ kind: "lost", wasSent: false });
  });
});
