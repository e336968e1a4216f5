import { createServer } from "node:http";
import { text } from "node:stream/consumers";
import { createIntegrationLinks } from "@hostseal/cpanel";
import { createHttp } from "@hostseal/http";
import { Secret } from "@hostseal/pki";
import { describe, expect, it, onTestFinished } from "vitest";
import { listenHere } from "../../contracts/listen-here.ts";
import { opened } from "./opened.ts";

const TOKEN = new Secret("token-of-harbour");

const openLinks = async () => {
  const subject = await opened();
  const panel = await listenHere(createServer(subject.double.listener));
  const asked: Record<string, string>[] = [];
  const app = await listenHere(
    createServer((request, response) => {
      void text(request).then((body) => {
        asked.push(Object.fromEntries(new URLSearchParams(body)));
        response.end(JSON.stringify({ redirect_url: `https://ssl.example${request.url}` }));
      });
    }),
  );
  onTestFinished(async () => void (await Promise.all([panel.close(), app.close()])));
  const { credential } = subject.double;
  const common = { id: "web1", url: panel.url, login: "root", app: app.url, label: "SSL certificates" };
  return { double: subject.double, asked, links: createIntegrationLinks({ ...common, credential }, createHttp()) };
};

describe("buttons without anything on the server", () => {
  it("are there for every account that the token sees", async () => {
    const { links } = await openLinks();
    expect(await links.accounts()).toEqual(["harbour", "neighbour"]);
  });

  it("lead through the app, which is told who clicked", async () => {
    const { links, double, asked } = await openLinks();
    for (let time = 0; time < 2; time += 1) await links.offer("harbour", TOKEN);
    expect(await double.click("harbour", "hostseal")).toBe("https://ssl.example/panel/integration-link");
    expect(asked).toEqual([
      { app: "hostseal", user: "harbour", token: "token-of-harbour", subscriber_unique_id: "web1/harbour" },
    ]);
  });

  it("are taken away, however often", async () => {
    const { links, double } = await openLinks();
    await links.offer("harbour", TOKEN);
    for (let time = 0; time < 2; time += 1) await links.withdraw("harbour");
    expect(double.state.links.size).toBe(0);
  });

  it("need a privilege, which is named", async () => {
    const { links, double } = await openLinks();
    double.state.privileges.delete("all");
    double.state.privileges.delete("cpanel-integration");
    await expect(links.offer("harbour", TOKEN)).rejects.toMatchObject({
      code: "host.permission-missing",
      message: "web1 does not allow this: the privilege cpanel-integration of the API token is missing.",
    });
    await expect(links.offer("harbour", TOKEN)).rejects.not.toMatchObject({
      evidence: expect.stringContaining("token-of"),
    });
  });
});
