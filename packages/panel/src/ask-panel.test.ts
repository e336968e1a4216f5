import type { HttpOutcome } from "@hostseal/http";
import { Secret } from "@hostseal/pki";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { askPanel, readJson, statusFailure } from "./ask-panel.ts";

const answer = {
  kind: "answer" as const,
  status: 200,
  text: "{}",
  mediaType: "application/json",
  redact: (text: string) => text.replaceAll("token", "[secret]"),
};

const ask = (outcome: HttpOutcome) =>
  askPanel({ send: async () => outcome }, "panel", {
    method: "GET",
    url: "https://panel.example/api",
    credential: { secret: new Secret("token"), toHeaders: () => ({}) },
  });

describe("asking a panel", () => {
  it("takes a login page for no answer, whatever its status", async () => {
    const page = { ...answer, text: "<!DOCTYPE html><title>Log in</title>", mediaType: "text/html" };
    await expect(ask(page)).rejects.toMatchObject({ code: "host.malformed-answer" });
    await expect(ask({ ...page, status: 401 })).rejects.toMatchObject({ code: "host.unauthorised" });
    await expect(ask({ ...page, status: 502 })).rejects.toMatchObject({ code: "host.unreachable" });
  });

  it("takes a form that asks for a password for the word that the credential is not known", async () => {
    const form = '<!DOCTYPE html><form action="/CMD_LOGIN"><input name=user><input type="password" name=pass></form>';
    await expect(ask({ ...answer, text: form, mediaType: "text/html" })).rejects.toMatchObject({
      code: "host.unauthorised",
    });
  });

  it("leaves JSON alone that says it is a page", async () => {
    expect(await ask({ ...answer, mediaType: "text/html" })).toMatchObject({ text: "{}" });
  });

  it("tells why no answer came", async () => {
    const loss = {
      kind: "lost",
      wasSent: false,
      because: "the connection was refused",
      cause: new Error("E"),
    } as const;
    await expect(ask({ ...loss, isNonsense: false })).rejects.toMatchObject({ code: "host.unreachable" });
    await expect(ask({ ...loss, isNonsense: true })).rejects.toMatchObject({ code: "host.malformed-answer" });
  });
});

it.each([
  [200, undefined],
  [204, undefined],
  [302, "host.malformed-answer"],
  [401, "host.unauthorised"],
  [403, "host.permission-missing"],
  [404, "host.malformed-answer"],
  [429, "host.unreachable"],
  [503, "host.unreachable"],
])("status %d is %s", (status, code) => {
  expect(statusFailure({ ...answer, status }, "panel")?.code).toBe(code);
});

describe("reading an answer", () => {
  const schema = z.object({ data: z.object({ count: z.int() }) });

  it("gives what was asked for", () => {
    expect(readJson({ ...answer, text: '{"data":{"count":2}}' }, schema, "panel")).toEqual({ data: { count: 2 } });
  });

  it.each([
    ["", "it is empty"],
    ["<html>", "it is not JSON"],
    ['{"data":{"count":"token"}}', "the field data.count is not as documented"],
  ])("names what is wrong with %j", (text, because) => {
    const read = () => readJson({ ...answer, text }, schema, "panel");
    expect(read).toThrow(because);
    expect(read).toThrow(expect.objectContaining({ evidence: expect.not.stringContaining("token") }));
  });
});
