import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Secret } from "@hostseal/pki";
import type { DemoWorld } from "@hostseal/sandbox";
import type { ConfigFile } from "../../composition/config-schema.ts";
import { formatEndpoint } from "../../composition/endpoint.ts";
import type { SshHostConfig } from "../../composition/ssh/ssh-host-schema.ts";
import { CONFIG_FILE } from "../../composition/load-config.ts";
import { type DemoAccount, PANEL_CREDENTIAL_FILE } from "./demo-account.ts";

export type Furnishing = {
  readonly home: string;
  readonly hosting: DemoWorld;
  readonly account: DemoAccount;
  /** Where the authority's partner interface is. */
  readonly authorityUrl: string;
  readonly deskUrl: string;
  readonly roots: readonly string[];
  readonly credential: Secret;
  /** What the configuration says of the server over SSH, when there is one. */
  readonly server: SshHostConfig | undefined;
};

/** What the orders of the demo are told under. */
export const DEMO_CONTACT = "owner@harbour.example";
/** The name of its server over SSH, and whose it is. */
export const DEMO_SERVER = "web1";
export const SERVER_CUSTOMER = "depot";

const ROOTS_FILE = "roots.pem";
const ISSUER_FILE = "sandbox.credential";
const OWNER_ONLY = { mode: 0o600 };

const toConfig = ({ hosting, account, authorityUrl, deskUrl, server }: Furnishing): ConfigFile => {
  const { resolvers, perspectives = [], ports = {}, nameServerPort } = hosting.outside;
  return {
    partner: "demo",
    customer: account.customer,
    contactEmails: [DEMO_CONTACT],
    clock: { kind: "demo", url: deskUrl },
    probe: {
      resolvers: resolvers.map(formatEndpoint),
      perspectives: perspectives.map(({ name, resolvers }) => ({ name, resolvers: resolvers.map(formatEndpoint) })),
      ports: { ...ports },
      ...(nameServerPort !== undefined && { nameServerPort }),
      allowPrivateAddresses: true,
    },
    roots: [ROOTS_FILE],
    issuers: { sandbox: { driver: "sandbox", url: authorityUrl, credential: { file: ISSUER_FILE } } },
    ...account.entry,
    hosts: {
      ...account.entry.hosts,
      ...(server !== undefined && { [DEMO_SERVER]: { ...server, customer: SERVER_CUSTOMER } }),
    },
    mailer: { driver: "demo", url: deskUrl },
  };
};

/** Writes a data folder with which any process on this machine can work with the demo world. */
export const writeHome = async (furnishing: Furnishing): Promise<void> => {
  const { home, account, roots, credential } = furnishing;
  await mkdir(home, { recursive: true, mode: 0o700 });
  await writeFile(join(home, ISSUER_FILE), `${credential.reveal()}\n`, OWNER_ONLY);
  await writeFile(join(home, PANEL_CREDENTIAL_FILE), `${account.credential.reveal()}\n`, OWNER_ONLY);
  await writeFile(join(home, ROOTS_FILE), roots.join("\n"));
  await writeFile(join(home, CONFIG_FILE), `${JSON.stringify(toConfig(furnishing), undefined, 2)}\n`);
};
