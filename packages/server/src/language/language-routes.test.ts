import express from "express";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Listening, startServer } from "../app/start-server.ts";
import { vocabularyFor } from "../words/vocabulary-for.ts";
import { createLanguageRoutes } from "./language-routes.ts";

let server: Listening;
let origin: string;

beforeAll(async () => {
  server = await startServer({ address: "127.0.0.1", port: 0 }, ({ address, port }) => {
    origin = `http://${address}:${port}`;
    return express()
      .use(express.urlencoded({ extended: false }))
      .use(createLanguageRoutes({ origin }))
      .get("/", (request, response) => void response.send(vocabularyFor(request).locale))
      .get("/panel", (request, response) => void response.send(vocabularyFor(request, "fr").locale));
  });
});
afterAll(async () => server.close());

const choose = (fields: Readonly<Record<string, string>>, headers: Readonly<Record<string, string>> = {}) =>
  fetch(`${origin}/language`, { method: "POST", redirect: "manual", headers, body: new URLSearchParams(fields) });

const localeAt = async (path: string, headers: Readonly<Record<string, string>>): Promise<string> =>
  (await fetch(`${origin}${path}`, { headers })).text();

const cookieOf = (answer: Response): string => answer.headers.get("set-cookie")?.split(";")[0] ?? "";

describe("the language of a page", () => {
  test("is the first of the browser's that we speak, unless the panel has said one", async () => {
    const headers = { "accept-language": "nl, pt;q=0.9, de;q=0.8" };
    expect(await localeAt("/", headers)).toBe("pt-BR");
    expect(await localeAt("/panel", headers)).toBe("fr");
    expect(await localeAt("/", { "accept-language": "nl" })).toBe("en");
  });

  test("is the one that was chosen, from then on, whatever panel and browser say", async () => {
    const answer = await choose({ locale: "ar", back: "/panel?x=1" });
    expect(answer.status).toBe(303);
    expect(answer.headers.get("location")).toBe(`${origin}/panel?x=1`);
    expect(answer.headers.get("set-cookie")).toMatch(/HttpOnly; SameSite=Lax$/);
    expect(await localeAt("/panel", { cookie: `other=1; ${cookieOf(answer)}`, "accept-language": "de" })).toBe("ar");
  });

  test.each(["xx", "hostseal", "d"])("is not %j, whoever writes that into the cookie", async (locale) => {
    expect(await localeAt("/", { cookie: `hostseal-language=${locale}`, "accept-language": "de" })).toBe("de");
  });
});

describe("a choice of language", () => {
  test("leads to no other site", async () => {
    for (const back of [
      "//evil.example/",
      "https://evil.example/",
      "javascript:alert(1)",
      String.raw`/\evil.example`,
      "http://[",
    ])
      expect((await choose({ locale: "de", back })).headers.get("location")).toBe(`${origin}/`);
  });

  test("comes from our own pages only", async () => {
    const answer = await choose({ locale: "de" }, { origin: "https://evil.example" });
    expect(answer.status).toBe(403);
    expect(answer.headers.get("set-cookie")).toBeNull();
  });

  test("is one of our languages", async () => {
    expect((await choose({ locale: "nl" })).headers.get("set-cookie")).toBeNull();
  });
});
