import { createServer } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createCustomer } from "./customer.ts";
import { openTheatre, type Theatre } from "./open-theatre.ts";

/** Any other server of the web, under whatever name. */
const openStranger = async (): Promise<AsyncDisposable & { readonly port: number }> => {
  const server = createServer((_request, response) => {
    response.setHeader("content-type", "text/html");
    response.end('<!doctype html><link rel="icon" href="data:,"><title>somebody else</title>');
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    port: (server.address() as AddressInfo).port,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
};

describe("a frame with the app in it", { timeout: 60_000 }, () => {
  let theatre: Theatre;
  let stranger: Awaited<ReturnType<typeof openStranger>>;
  beforeAll(async () => {
    theatre = await openTheatre({ browserArguments: ["--host-resolver-rules=MAP evil.example 127.0.0.1"] });
    stranger = await openStranger();
  }, 60_000);
  afterAll(async () => {
    await stranger[Symbol.asyncDispose]();
    await theatre[Symbol.asyncDispose]();
  });

  /** What somebody who is signed on sees in a frame of this page. */
  const framedBy = async (address: string): Promise<{ readonly isShown: boolean; readonly said: string }> => {
    await using window = await theatre.open();
    const { page, complaints } = window;
    await createCustomer(page, theatre.stage).enter();
    await page.goto(address);
    const answer = page.waitForResponse(`${theatre.stage.origin}/sites`);
    await page.evaluate(`
      const frame = document.createElement("iframe");
      frame.src = "${theatre.stage.origin}/sites";
      globalThis.framed = new Promise((resolve) => frame.addEventListener("load", resolve));
      document.body.append(frame);
    `);
    await answer;
    await page.evaluate("globalThis.framed.then(() => undefined)");
    const inside = page.frames().at(1);
    const isShown = ((await inside?.getByRole("heading", { name: "Your sites" }).count()) ?? 0) > 0;
    return { isShown, said: complaints.join("\n") };
  };

  it("is shown by the panel that signed its customer on", async () => {
    expect(await framedBy(theatre.stage.panelUrl)).toMatchObject({ isShown: true });
  });

  it.each(["evil.example", "localhost", "127.0.0.1"])("is refused to anybody else, at %s", async (host) => {
    const { isShown, said } = await framedBy(`http://${host}:${stranger.port}/`);
    expect(isShown).toBe(false);
    expect(said).toContain("frame-ancestors");
  });
});
