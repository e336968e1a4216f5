import { once } from "node:events";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import type { Random } from "@hostseal/core";
import { fingerprint, makeKey, signCertificate } from "@hostseal/pki";
import { DAY, type Instant } from "@hostseal/rules";
import type { DemoWorld } from "@hostseal/sandbox";
import { createCpanelDouble } from "./cpanel/index.ts";
import { createDirectadminDouble } from "./directadmin/index.ts";
import type { PanelDouble } from "./panel-double.ts";
import { createPleskDouble } from "./plesk/index.ts";
import { createVirtualminDouble } from "./virtualmin/index.ts";

/** The panels that there is a double of. */
export const PANELS = ["cpanel", "plesk", "directadmin", "virtualmin"] as const;
export type PanelName = (typeof PANELS)[number];

/** A double that answers over TLS, with a certificate of its own making as most panels have. */
export type StartedPanel = AsyncDisposable & {
  readonly url: string;
  /** Hex SHA-256 over the DER of its certificate, to be pinned. */
  readonly sha256: string;
  readonly double: PanelDouble;
};

export type StartOptions = { readonly random: Random; readonly now: Instant };

const NAME = "panel.hosting.example";
const SERIAL_BYTES = 15;
const LIFE = 3_650 * DAY;

const makeIdentity = async ({ random, now }: StartOptions) => {
  const privateKey = await makeKey("ec-p256");
  const cert = await signCertificate({
    subject: { commonName: NAME },
    issuer: { privateKey, name: { commonName: NAME } },
    publicKey: privateKey.publicKeyPem,
    serial: `01${Buffer.from(random.bytes(SERIAL_BYTES)).toString("hex")}`,
    notBefore: now - DAY,
    notAfter: now + LIFE,
    names: [NAME],
  });
  return { cert, key: privateKey.pem.reveal() };
};

const open = (
  panel: PanelName,
  world: DemoWorld,
  deps: { readonly random: Random },
): PanelDouble | Promise<PanelDouble> => {
  switch (panel) {
    case "cpanel":
      return createCpanelDouble(world, deps);
    case "plesk":
      return createPleskDouble(world, deps);
    case "directadmin":
      return createDirectadminDouble(world, deps);
    case "virtualmin":
      return createVirtualminDouble(world, deps);
  }
};

/** Starts a panel over the demo world, on a free port of loopback. */
export const startPanel = async (panel: PanelName, world: DemoWorld, options: StartOptions): Promise<StartedPanel> => {
  const double = await open(panel, world, options);
  const identity = await makeIdentity(options);
  const server = createServer(identity, double.listener);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: `https://127.0.0.1:${port}`,
    sha256: fingerprint(identity.cert).sha256,
    double,
    [Symbol.asyncDispose]: async () => {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
};
