import { asId, type SiteId } from "@hostseal/core";
import { once } from "node:events";
import { createServer } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { createTestAuthority } from "../../contracts/host-test-authority.ts";
import { etcOf } from "./installing.ts";
import { localHost } from "./local-host.ts";
import { clock } from "./stage.ts";
import { startNginx } from "./start-nginx.ts";
import { visit } from "./visit.ts";

const NAME = "plain.example.com";
const SITE = `server { listen {address}:80; server_name ${NAME}; location / { return 200 "this is ${NAME}"; } }\n`;

test("a reload that the server takes and cannot follow is seen from outside, and everything is put back", async () => {
  const authority = await createTestAuthority(clock.now());
  await using world = await startNginx({ "sites/plain": SITE });
  const squatter = createServer((socket) => socket.destroy()).listen(443, world.address);
  await once(squatter, "listening");
  onTestFinished(() => void squatter.close());
  const before = await etcOf(world);
  const host = localHost(world);
  const { certificate, chain, key } = await authority.issue(NAME as never);
  const plan = await host.plan({ site: asId<SiteId>(NAME), certificate, chain });
  await expect(host.apply(plan, { kind: "brought", pem: key })).rejects.toThrow(/seen from outside/);
  expect(await etcOf(world)).toEqual(before);
  expect((await visit(world.address, NAME, "http")).body).toBe(`this is ${NAME}`);
}, 40_000);
