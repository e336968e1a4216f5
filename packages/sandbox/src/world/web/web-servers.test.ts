import { once } from "node:events";
import type { IncomingMessage } from "node:http";
import { Agent, request } from "node:https";
import { request as plainRequest } from "node:http";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { connect } from "node:tls";
import { DAY } from "@hostseal/rules";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import type { OpenedWorld } from "../world.fixture.ts";
import { openWorld } from "../world.fixture.ts";

let opened: OpenedWorld;

/** Today, because what verifies certificates here goes by the machine's clock. */
beforeEach(async () => {
  opened = await openWorld(Date.now());
});
afterEach(async () => opened.close());

const roots = (): string[] => [opened.world.formerRoot, opened.authority.root];

const ofAnotherName = z.object({
  code: z.literal("ERR_TLS_CERT_ALTNAME_INVALID"),
  cert: z.object({ subjectaltname: z.string() }),
});

/** The names on the certificate that a client is shown, also when it then turns away from them. */
const namesShown = async (servername?: string): Promise<string | undefined> => {
  const { address: host, port } = opened.world.https;
  const socket = connect({ host, port, ca: roots(), ...(servername !== undefined && { servername }) });
  try {
    await once(socket, "secureConnect");
    return socket.getPeerCertificate().subjectaltname;
  } catch (thrown) {
    return ofAnotherName.parse(thrown).cert.subjectaltname;
  } finally {
    socket.destroy();
  }
};

const fetchPlain = async (host: string, path: string, method = "GET") => {
  const { address, port } = opened.world.http;
  const outgoing = plainRequest({ host: address, port, path, method, agent: false, headers: { host } });
  outgoing.end();
  const [response] = (await once(outgoing, "response")) as [IncomingMessage];
  return { status: response.statusCode, headers: response.headers, body: await text(response) };
};

describe("the web servers of the demo world", () => {
  test("choose the certificate by the name a client asks for", async () => {
    expect(await namesShown("diary.example.com")).toBe("DNS:diary.example.com");
    expect(await namesShown("museum.example.net")).toBe("DNS:old-museum.example.net");
    for (const name of ["example.com", "nobody.example.com", undefined]) {
      expect(await namesShown(name)).toBe("DNS:unconfigured.hosting.example");
    }
  });

  test("go on with a connection that stands when the certificate behind it is changed", async () => {
    const { world, authority } = opened;
    const agent = new Agent({ keepAlive: true, maxSockets: 1, ca: roots() });
    const ask = async () => {
      const { address: host, port } = world.https;
      const servername = "diary.example.com";
      const outgoing = request({ host, port, agent, servername, headers: { host: servername } }).end();
      const [response] = (await once(outgoing, "response")) as [IncomingMessage];
      await text(response);
      return { status: response.statusCode, isSame: outgoing.reusedSocket };
    };
    expect(await ask()).toEqual({ status: 200, isSame: false });
    world.controls.panel.install("diary", await authority.issue(["diary.example.com", "new.example.com"], 90 * DAY));
    expect(await ask()).toEqual({ status: 200, isSame: true });
    expect(await namesShown("diary.example.com")).toContain("new.example.com");
    agent.destroy();
  });

  test("serve the old certificate while a site is held, and the new one afterwards", async () => {
    const { world, authority } = opened;
    world.controls.web.hold("diary", true);
    world.controls.panel.install("diary", await authority.issue(["new.example.com", "diary.example.com"], 90 * DAY));
    expect(await namesShown("diary.example.com")).toBe("DNS:diary.example.com");
    world.controls.web.hold("diary", false);
    expect(await namesShown("diary.example.com")).toContain("new.example.com");
  });

  test("serve files of the site that is named, whatever the case of the name", async () => {
    const home = join(opened.folder, "webspaces", "bakery");
    await writeFile(join(home, "bread.txt"), "fresh");
    expect((await fetchPlain("EXAMPLE.com:80", "/bread.txt?today")).body).toBe("fresh");
    expect((await fetchPlain("diary.example.com", "/bread.txt")).status).toBe(404);
    expect((await fetchPlain("unknown.example.com", "/")).status).toBe(404);
    expect((await fetchPlain("example.com", "/bread.txt", "HEAD")).headers["content-length"]).toBe("5");
    expect((await fetchPlain("example.com", "/bread.txt", "POST")).status).toBe(405);
  });

  test("serve nothing from outside the document root", async () => {
    await writeFile(join(opened.folder, "outside.txt"), "secret");
    const paths = ["/../../outside.txt", "/%2e%2e/%2e%2e/outside.txt", "/..%2f..%2foutside.txt", "/%00", "/%", "*"];
    for (const path of paths) expect([path, (await fetchPlain("example.com", path)).status]).toEqual([path, 404]);
  });

  test("redirect with the path and the name that were asked for", async () => {
    const { status, headers } = await fetchPlain("news.example.org", "/.well-known/x?y=1");
    expect([status, headers.location]).toEqual([301, "https://news.example.org/.well-known/x?y=1"]);
  });

  test("drop connections to a site that is down, and to no other", async () => {
    await expect(namesShown("ruin.example.net")).rejects.toThrow();
    await expect(fetchPlain("ruin.example.net", "/")).rejects.toThrow("socket hang up");
    expect((await fetchPlain("museum.example.net", "/")).status).toBe(200);
  });
});
