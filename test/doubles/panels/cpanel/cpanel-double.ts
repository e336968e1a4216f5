import type { Random } from "@hostseal/core";
import { Secret } from "@hostseal/pki";
import type { DemoWorld } from "@hostseal/sandbox";
import { createListener } from "./listener.ts";
import { createMischiefs, type Mischiefs } from "./mischief.ts";
import type { PanelDouble } from "../panel-double.ts";
import { type AccountState, createServerState, RESELLER, type ServerState, webspacesOf } from "./server-state.ts";
import { serverNameOf } from "./uapi/domains.ts";
import { clickLink } from "./whm/link-functions.ts";
import { whoCalls } from "./who-calls.ts";

export type CpanelDouble = PanelDouble & {
  /** What the account `harbour` logs in with by itself, on the port of its own. */
  readonly accountCredential: Secret;
  /** What the reseller `quayline` logs in with, who has another account only. */
  readonly resellerCredential: Secret;
  readonly mischiefs: Mischiefs;
  /** A customer clicks on an integration link; where the browser is sent. */
  click(account: string, app: string): Promise<string>;
  /** For whoever wants to change the server behind everybody's back. */
  readonly state: ServerState;
};

export type CpanelDoubleDeps = {
  readonly random: Random;
  /** `11.138.0.10` when not given. */
  readonly version?: string;
  /** Further accounts of the ground, beside those of the demo world. */
  readonly accounts?: readonly string[];
};

const NEWEST = "11.138.0.10";
const ACCOUNT = "harbour";

const ownerOf = ({ names }: { readonly names: readonly string[] }, domains: readonly string[]): boolean =>
  domains.some((domain) => names.includes(domain));

/** What the store has of a site, and the keys that no certificate uses. */
const keptBy = (state: ServerState, account: AccountState): Readonly<Record<string, unknown>> => {
  const certificates = [...account.certificates.values()];
  const used = new Set(certificates.map(({ words }) => JSON.stringify(words)));
  const sites = webspacesOf(state, account.name).map((webspace): [string, unknown] => {
    const own = certificates.filter(({ facts }) => ownerOf(webspace, facts.names));
    const words = new Set(own.map((one) => JSON.stringify(one.words)));
    const keys = [...account.keys.values()].filter((key) => words.has(JSON.stringify(key.words)));
    const excluded = webspace.names.filter((name) => account.excluded.has(name));
    return [
      `tls:${serverNameOf(webspace)}`,
      { certificates: own.map(({ id }) => id), keys: keys.map(({ id }) => id), excluded },
    ];
  });
  const loose = [...account.keys.values()].filter(({ words }) => !used.has(JSON.stringify(words)));
  return { ...Object.fromEntries(sites), keys: loose.map(({ id }) => id), services: [...state.services.keys()] };
};

/** A cPanel & WHM server with the accounts of the demo world. */
export const createCpanelDouble = (
  world: DemoWorld,
  { random, version = NEWEST, accounts = [] }: CpanelDoubleDeps,
): CpanelDouble => {
  const state = createServerState(world, { random, version, accounts: [ACCOUNT, RESELLER.account, ...accounts] });
  const mischiefs = createMischiefs();
  const harbour = state.accounts.get(ACCOUNT);
  if (!harbour) throw new TypeError(`the demo world has no account ${ACCOUNT}`);

  return {
    listener: createListener({ state, mischiefs, whoCalls }),
    credential: state.tokens.whm,
    accountCredential: state.tokens.account,
    resellerCredential: state.tokens.reseller,
    strangeCredential: new Secret("A0B1C2D3E4F5A6B7C8D9"),
    withoutPermission: () => {
      harbour.features.delete("sslinstall");
      return { credential: state.tokens.whm, permission: "sslinstall" };
    },
    siteOf: (id) => {
      const webspace = world.ground.webspaces.get(id);
      return webspace ? serverNameOf(webspace) : id;
    },
    kept: () => keptBy(state, harbour),
    mischiefs,
    click: async (account, app) => clickLink(state, account, app),
    state,
  };
};
