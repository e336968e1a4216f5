import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Random } from "@hostseal/core";
import { createCpanelDouble } from "@hostseal/panel-doubles/cpanel";
import { Secret } from "@hostseal/pki";
import { type DomainName, fromIso, parseDomainName } from "@hostseal/rules";
import { createVirtualClock, type DemoWorld, startWorld } from "@hostseal/sandbox";
import { createPanelIdentity } from "../contracts/host-panel-identity.ts";
import { createTestAuthority, type TestAuthority } from "../contracts/host-test-authority.ts";

const START = fromIso("2026-11-21");

/** A cPanel server with many accounts, over TLS; every account has three sites, two of them with a certificate. */
export type CpanelGround = AsyncDisposable & {
  readonly url: string;
  readonly sha256: string;
  readonly credential: Secret;
  readonly accounts: readonly string[];
  /** How long the panel takes for each call from now on, in milliseconds. */
  readonly slowDown: (delay: number) => void;
};

const toName = (text: string): DomainName => {
  const parsed = parseDomainName(text);
  if (parsed.kind === "refused") throw new TypeError(`${text} is no name`);
  return parsed.name;
};

const openAccount = async (world: DemoWorld, name: string, { issue }: TestAuthority): Promise<void> => {
  const sites = [`${name}.com`, `shop.${name}.com`, `${name}.net`].map(toName);
  const webspaces = sites.map((site) => ({ id: site, names: [site], home: `/home/${name}/${site}`, habits: {} }));
  for (const webspace of webspaces) world.ground.webspaces.add(webspace);
  world.ground.accounts.add({
    name,
    credential: new Secret(name),
    permissions: new Set(),
    webspaces: webspaces.map(({ id }) => id),
    zones: [],
  });
  for (const site of sites.slice(1)) {
    const { certificate, chain, key } = await issue(site);
    world.controls.panel.install(site, { key, certificates: [certificate, ...chain] });
  }
};

export const openGround = async (count: number): Promise<CpanelGround> => {
  const folder = await mkdtemp(join(tmpdir(), "hostseal-bench-"));
  const random: Random = { bytes: (length) => randomBytes(length) };
  const world = await startWorld({ clock: createVirtualClock({ start: START }), random, folder });
  const accounts = Array.from({ length: count }, (_, place) => `customer${place}`);
  const authority = await createTestAuthority(START);
  for (const account of accounts) await openAccount(world, account, authority);

  const double = createCpanelDouble(world, { random, accounts });
  const identity = await createPanelIdentity();
  let delay = 0;
  const server = createServer(identity, (request, response) => {
    setTimeout(() => double.listener(request, response), delay);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: `https://127.0.0.1:${port}`,
    sha256: identity.sha256,
    credential: double.credential,
    accounts,
    slowDown: (milliseconds) => void (delay = milliseconds),
    [Symbol.asyncDispose]: async () => {
      server.close();
      server.closeAllConnections();
      await world.close();
      await rm(folder, { recursive: true });
    },
  };
};
