import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createWorld, loadConfig, surroundingsOf } from "@hostseal/cli";
import { asId, newOrder, runCommand, settle } from "@hostseal/core";
import type { Clock, OrderId, Random, SiteId, World } from "@hostseal/core";
import { Secret } from "@hostseal/pki";
import { createProbe } from "@hostseal/probe";
import { createAuthority, serveJsonFace } from "@hostseal/sandbox";
import type { Authority, DemoWorld } from "@hostseal/sandbox";
import { CUSTOMER } from "../core/story.ts";

export type Around = { readonly demo: DemoWorld; readonly clock: Clock; readonly random: Random };

/** One data folder with its own authority; the hosting world is shared. */
export type Stage = AsyncDisposable & { readonly home: string; readonly order: OrderId; readonly authority: Authority };

const CREDENTIAL = "crash-partner-credential";
const SITE = "shop";
const PRODUCT = "sandbox-dv-www";
const environment = {
  home: "",
  isDebugging: false,
  allowsColours: false,
  agentSocket: undefined,
  person: () => ({ user: "nobody", folder: "/nowhere" }),
  credential: () => undefined,
};

const configFor = ({ demo }: Around, issuer: string) => {
  const { resolvers, ports, nameServerPort } = demo.outside;
  return {
    partner: "partner",
    customer: "customer",
    contactEmails: ["owner@example.com"],
    probe: {
      resolvers: resolvers.map(({ address, port }) => `${address}:${port}`),
      ports,
      nameServerPort,
      allowPrivateAddresses: true,
    },
    roots: ["roots.pem"],
    issuers: { sandbox: { driver: "sandbox", url: issuer, credential: { file: "issuer.key" } } },
    hosts: {
      panel: { driver: "demo", url: demo.panel.url, account: "harbour", credential: { file: "panel.key" } },
    },
    mailer: { driver: "folder" },
  };
};

const furnish = async (home: string, around: Around, authority: Authority, issuer: string): Promise<void> => {
  await mkdir(home, { recursive: true });
  await writeFile(join(home, "hostseal.json"), JSON.stringify(configFor(around, issuer)));
  await writeFile(join(home, "roots.pem"), authority.roots.join("\n"));
  await writeFile(join(home, "issuer.key"), CREDENTIAL, { mode: 0o600 });
  await writeFile(join(home, "panel.key"), around.demo.panel.credentials.harbour.reveal(), { mode: 0o600 });
};

/** The world of a data folder, opened in this process. */
export const openWorld = async (home: string): Promise<World & AsyncDisposable> => {
  const config = await loadConfig(home);
  return createWorld(config, await surroundingsOf(config, { home, environment, note: () => undefined }));
};

const confirmOrder = async (home: string, around: Around): Promise<OrderId> => {
  await using world = await openWorld(home);
  const products = await world.issuer(asId("sandbox")).catalogue?.products();
  const product = products?.find(({ code }) => code === PRODUCT);
  const site = around.demo.residents.find((resident) => resident.site === SITE);
  if (product === undefined || site === undefined) throw new TypeError("the stage has no product or no site");
  const wish = {
    id: asId<OrderId>("ord_crash"),
    partner: asId<never>("partner"),
    customer: asId<never>("customer"),
    product,
    years: 1,
    names: site.names,
    keyType: "ec-p256" as const,
    contactEmails: ["owner@example.com"],
    wishes: { installations: [{ host: asId<never>("panel"), site: asId<SiteId>(SITE) }], methods: {} },
  };
  const draft = newOrder(wish, world.clock.now(), "customer");
  await world.store.put(draft, 0);
  await settle(world, draft.id);
  await runCommand(world, draft.id, { kind: "accept-agreement" }, CUSTOMER);
  await runCommand(world, draft.id, { kind: "confirm", price: draft.price }, CUSTOMER);
  return draft.id;
};

/** A fresh authority and data folder with one confirmed order that has not moved yet. */
export const setStage = async (home: string, around: Around): Promise<Stage> => {
  const { demo, clock, random } = around;
  const probe = createProbe({ ...demo.outside, roots: [] }, { clock, random });
  const partners = [{ id: "partner", credential: new Secret(CREDENTIAL), balance: 100_000 }];
  const authority = await createAuthority({ clock, random, probe, partners });
  const face = await serveJsonFace(authority);
  await furnish(home, around, authority, face.url);
  const order = await confirmOrder(home, around);
  return {
    home,
    order,
    authority,
    [Symbol.asyncDispose]: async () => {
      authority.close();
      await face.close();
    },
  };
};
