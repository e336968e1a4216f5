import { asId, type SiteId } from "@hostseal/core";
import { type Look, look as realLook } from "@hostseal/installer/prove";
import type { DomainName } from "@hostseal/rules";
import { expect, onTestFinished, test } from "vitest";
import { createTestAuthority, type TestAuthority } from "../../contracts/host-test-authority.ts";
import { apacheSites } from "./apache-sites.ts";
import { etcOf } from "./installing.ts";
import { localHost } from "./local-host.ts";
import { nginxSites } from "./nginx-sites.ts";
import { clock } from "./stage.ts";
import { startApache } from "./start-apache.ts";
import { startNginx, type World } from "./start-nginx.ts";
import { headerOf, served, visit } from "./visit.ts";

const BARE = "bare.example.com" as DomainName;

const onNginx = async (authority: TestAuthority): Promise<World> => startNginx(await nginxSites(authority));
const onApache = async (authority: TestAuthority): Promise<World> =>
  startApache(await apacheSites(authority), { modules: ["ssl", "alias", "headers"] });

const HSTS = "strict-transport-security";

const SERVERS = [
  ["nginx", onNginx],
  ["Apache", onApache],
] as const;

const install = async (
  start: (typeof SERVERS)[number][1],
  wishes: { readonly redirect?: boolean; readonly hsts?: boolean },
) => {
  const authority = await createTestAuthority(clock.now());
  const world = await start(authority);
  onTestFinished(async () => world[Symbol.asyncDispose]());
  const host = localHost(world, wishes);
  const { certificate, chain, key } = await authority.issue(BARE);
  const plan = await host.plan({ site: asId<SiteId>(BARE), certificate, chain });
  await host.apply(plan, { kind: "brought", pem: key });
  await host.commit(plan.receipt);
  return world;
};

test.each(SERVERS)("%s redirects, and asks browsers to stay, when that is wished", async (_server, start) => {
  const world = await install(start, { redirect: true, hsts: true });
  expect((await visit(world.address, BARE, "http")).status).toBe(301);
  expect((await visit(world.address, BARE)).status).toBe(200);
  expect(await headerOf(world.address, BARE, HSTS)).toBe("max-age=63072000");
});

test.each(SERVERS)("%s does neither unasked", async (_server, start) => {
  const world = await install(start, {});
  expect((await visit(world.address, BARE, "http")).status).toBe(200);
  expect(await headerOf(world.address, BARE, HSTS)).toBeUndefined();
});

test.each(SERVERS)(
  "%s gives the default site a new certificate, which clients without a name are shown then",
  async (_server, start) => {
    const authority = await createTestAuthority(clock.now());
    const world = await start(authority);
    onTestFinished(async () => world[Symbol.asyncDispose]());
    const host = localHost(world);
    const site = asId<SiteId>("first.example.com");
    const { certificate, chain, key } = await authority.issue("first.example.com" as DomainName);
    const plan = await host.plan({ site, certificate, chain });
    await host.apply(plan, { kind: "brought", pem: key });
    await host.commit(plan.receipt);
    expect((await visit(world.address, "first.example.com")).status).toBe(200);
  },
);

test.each(SERVERS)(
  "%s goes back to every byte when what is seen from outside is not what was installed",
  async (_server, start) => {
    const authority = await createTestAuthority(clock.now());
    const world = await start(authority);
    onTestFinished(async () => world[Symbol.asyncDispose]());
    const site = "secured.example.com" as DomainName;
    const [before, certificate] = [await etcOf(world), await served(world.address, site)];
    /** As when something between us and the server goes on showing the old certificate. */
    const look: Look = async (spot) => {
      const sight = await realLook(spot);
      return spot.kind === "page" && spot.name === site && sight.kind === "page" ? { ...sight, certificate } : sight;
    };
    const host = localHost(world, { look });
    const issued = await authority.issue(site);
    const plan = await host.plan({ site: asId<SiteId>(site), certificate: issued.certificate, chain: issued.chain });
    await expect(host.apply(plan, { kind: "brought", pem: issued.key })).rejects.toThrow(
      /does not show the new certificate; everything is as it was/,
    );
    expect(await etcOf(world)).toEqual(before);
    expect(await served(world.address, site)).toBe(certificate);
  },
);
