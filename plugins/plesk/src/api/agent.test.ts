import type { HttpAnswer, HttpCall } from "@hostseal/http";
import { Secret } from "@hostseal/pki";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { createAgent } from "./agent.ts";
import { leaf } from "./markup.ts";

const answering = (text: string, status = 200) => {
  const calls: HttpCall[] = [];
  const answer: HttpAnswer = { kind: "answer", status, text, mediaType: "text/xml", redact: (all) => all };
  const http = {
    send: async (call: HttpCall) => {
      calls.push(call);
      return answer;
    },
  };
  const settings = { host: "plesk", url: "https://plesk.example:8443", credential: new Secret("key") };
  return { calls, agent: createAgent(http, settings) };
};

const packet = (content: string) => `<packet version="1.6.9.1">${content}</packet>`;
const ok = "<result><status>ok</status><id>1</id></result>";
const refused = "<result><status>error</status><errcode>1006</errcode><errtext>Permission denied.</errtext></result>";

describe("a packet", () => {
  it("goes to the agent with the key in a header and nowhere else", async () => {
    const { calls, agent } = answering(packet("<a><b/></a>"));
    await agent.ask([leaf("a", "1"), leaf("b", "2")]);
    expect(calls).toMatchObject([
      {
        url: "https://plesk.example:8443/enterprise/control/agent.php",
        body: {
          type: "text/xml",
          text: expect.stringMatching(/<packet version="1\.6\.9\.1"><a>1<\/a><b>2<\/b><\/packet>$/),
        },
      },
    ]);
    expect(calls[0]?.credential.toHeaders("key")).toEqual({ KEY: "key" });
  });

  it("has a verdict for each operation, and one refusal is enough to fail", async () => {
    const answer = await answering(
      packet(`<dns><add>${ok}</add><add>${refused}</add><get>${ok}</get></dns>`),
    ).agent.ask([]);
    expect(answer.verdicts("dns", "add").map(({ kind }) => kind)).toEqual(["ok", "refused"]);
    expect(() => answer.contents("dns", "add", "dns")).toThrow(
      expect.objectContaining({ code: "host.permission-missing" }),
    );
    expect(answer.contents("dns", "get", "dns")).toHaveLength(1);
  });

  it.each([
    ["no verdict at all", "<dns><add/></dns>"],
    ["half a verdict", "<dns><add><result><status>error</status></result></add></dns>"],
    ["another operation", `<dns><get>${ok}</get></dns>`],
  ])("that answers with %s is malformed", async (_title, content) => {
    const answer = await answering(packet(content)).agent.ask([]);
    expect(() => answer.verdicts("dns", "add")).toThrow(expect.objectContaining({ code: "host.malformed-answer" }));
  });

  it("that is refused as a whole fails at once", async () => {
    const system = "<system><status>error</status><errcode>1001</errcode><errtext>No.</errtext></system>";
    await expect(answering(packet(system)).agent.ask([])).rejects.toMatchObject({ code: "host.unauthorised" });
  });

  it("that does not come back with success is judged by its status", async () => {
    await expect(answering("", 503).agent.ask([])).rejects.toMatchObject({ code: "host.unreachable" });
  });

  it("names the field that is not as documented", async () => {
    const answer = await answering(packet(`<dns><get>${ok}</get></dns>`)).agent.ask([]);
    const [content = ""] = answer.contents("dns", "get", "dns");
    expect(answer.read(content, z.object({ id: z.string() }))).toEqual({ id: "1" });
    expect(() => answer.read(content, z.object({ host: z.string() }))).toThrow("the field host is not as documented");
  });
});
