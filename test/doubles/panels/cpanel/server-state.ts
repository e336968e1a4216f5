import type { Random } from "@hostseal/core";
import { Secret } from "@hostseal/pki";
import type { DemoWorld, TlsVersion, Webspace } from "@hostseal/sandbox";
import { type StoredCertificate, type StoredKey, toStoredCertificate, toStoredKey } from "./stored-items.ts";

/** What the panel keeps for one account beside the ground. */
export type AccountState = {
  readonly name: string;
  readonly keys: Map<string, StoredKey>;
  readonly certificates: Map<string, StoredCertificate>;
  readonly excluded: Set<string>;
  /** What the account's feature list grants. */
  readonly features: Set<string>;
};

export type ServiceState = { readonly certificate: string; readonly key: Secret; readonly cabundle: string };

export type IntegrationLink = {
  readonly user: string;
  readonly app: string;
  readonly label: string;
  readonly token: Secret;
  readonly subscriber: string;
  readonly autologin: string;
};

/** The whole server. */
export type ServerState = {
  readonly world: DemoWorld;
  readonly random: Random;
  readonly version: string;
  readonly accounts: ReadonlyMap<string, AccountState>;
  /** Privileges of the token of `root`. */
  readonly privileges: Set<string>;
  readonly tokens: { readonly whm: Secret; readonly reseller: Secret; readonly account: Secret };
  readonly services: Map<string, ServiceState>;
  /** Integration links, by account and app. */
  readonly links: Map<string, IntegrationLink>;
  /** What was put on a webspace, by its number on the shelf, and what it replaced there. */
  readonly replaced: Map<string, string | undefined>;
  clobbers: boolean;
};

/** The reseller whose token sees only this account. */
export const RESELLER = { login: "quayline", account: "neighbour" } as const;
export const HOSTNAME = "panel.example.net";

const FEATURES = ["sslinstall", "sslmanager", "autossl", "zoneedit", "filemanager"];
const PRIVILEGES = ["all", "basic-whm-functions", "cpanel-api", "cpanel-integration", "list-accts", "ssl", "restart"];
const TOKEN_BYTES = 20;

const newToken = (random: Random): Secret =>
  new Secret(Buffer.from(random.bytes(TOKEN_BYTES)).toString("hex").toUpperCase());

export const webspacesOf = ({ world }: ServerState, account: string): readonly Webspace[] => {
  const ids = world.ground.accounts.get(account)?.webspaces ?? [];
  return ids.flatMap((id) => world.ground.webspaces.get(id) ?? []);
};

const keep = (account: AccountState, { material }: TlsVersion): void => {
  const [leaf = "", ...chain] = material.certificates;
  const [key, certificate] = [toStoredKey(material.key), toStoredCertificate(leaf, chain.join("\n"))];
  account.keys.set(key.id, key);
  account.certificates.set(certificate.id, certificate);
};

const newAccount = (name: string): AccountState => ({
  name,
  keys: new Map(),
  certificates: new Map(),
  excluded: new Set(),
  features: new Set(FEATURES),
});

export type ServerWish = {
  readonly random: Random;
  readonly version: string;
  /** Names of the ground's accounts that are on this server. */
  readonly accounts: readonly string[];
};

/** A server over the ground's accounts, whose certificates lie in their stores as the panel puts them there. */
export const createServerState = (world: DemoWorld, { random, version, accounts: names }: ServerWish): ServerState => {
  const accounts = new Map(names.map((name) => [name, newAccount(name)]));
  const state: ServerState = {
    world,
    random,
    version,
    accounts,
    privileges: new Set(PRIVILEGES),
    tokens: { whm: newToken(random), reseller: newToken(random), account: newToken(random) },
    services: new Map(),
    links: new Map(),
    replaced: new Map(),
    clobbers: false,
  };
  for (const account of accounts.values()) {
    for (const { id } of webspacesOf(state, account.name)) {
      const active = world.ground.shelf.active(id);
      if (active) keep(account, active);
    }
  }
  return state;
};
