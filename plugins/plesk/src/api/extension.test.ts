import { describe, expect, it } from "vitest";
import { z } from "zod";
import type { Agent, PacketAnswer } from "./agent.ts";
import { errandsOf, isMissing, runErrand, toErrand } from "./extension.ts";
import type { Tree } from "./read-packet.ts";
import type { Result } from "./result.ts";

const ok = (errand: string, content: Tree): Result => ({
  kind: "ok",
  content: { status: "ok", hostseal: { [errand]: content } },
});
const refused = (code: number, text: string): Result => ({ kind: "refused", code, text });

const answering = (...results: readonly Result[]): PacketAnswer => ({
  verdicts: () => results,
  contents: () => [],
  read: (content, schema) => schema.parse(content),
});

const wish = { errand: "look", site: "example.com", host: "plesk", schema: z.object({ id: z.string() }) } as const;

const failing = (text: string) => () => errandsOf(answering(refused(1023, text)), wish);

it("writes an errand as a call of the extension", () => {
  expect(toErrand("look", { account: "a&b", site: "example.com" }).xml).toBe(
    "<extension><call><hostseal><look><account>a&amp;b</account><site>example.com</site></look></hostseal></call></extension>",
  );
});

describe("what errands bring back", () => {
  it("is found among those of other kinds", () => {
    const answer = answering(ok("describe", { id: "0" }), ok("look", { id: "1" }), ok("look", { id: "2" }));
    expect(errandsOf(answer, wish)).toEqual([{ id: "1" }, { id: "2" }]);
  });

  it.each([
    [{ refused: "site-unknown" }, "host.site-unknown", "plesk has no site example.com."],
    [{ refused: "account-unknown" }, "host.refused", "it has no such account"],
    [{ refused: "key-in-use" }, "host.refused", "a certificate still uses this key"],
    [{ refused: "something-new" }, "host.refused", 'its extension says "something-new"'],
  ])("can be the refusal %j", (content, code, words) => {
    const read = () => errandsOf(answering(ok("look", content)), wish);
    expect(read).toThrow(expect.objectContaining({ code }));
    expect(read).toThrow(words);
  });

  it("cannot be nothing at all", async () => {
    const agent: Agent = { host: "plesk", ask: async () => answering(ok("describe", "")) };
    const attempt = runErrand(agent, { ...wish, parameters: {} });
    await expect(attempt).rejects.toMatchObject({ code: "host.malformed-answer" });
  });
});

describe("an extension", () => {
  it.each([
    ["Extension hostseal is not installed.", true],
    ["Unable to find: the module 'hostseal' does not exist", true],
    ["Domain example.com is not found", false],
  ])("%s: missing is %s", (text, isIt) => {
    expect(isMissing(refused(1013, text))).toBe(isIt);
  });

  it("that is missing is named with the command that installs it; what fails inside is passed on", () => {
    expect(failing("Extension is disabled")).toThrow("plesk bin extension --install");
    expect(failing("Domain is not found")).toThrow(expect.objectContaining({ evidence: "1023 Domain is not found" }));
  });
});
