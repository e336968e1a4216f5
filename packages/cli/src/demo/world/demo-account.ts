import { asId, type CustomerId, type HostId, type Random, type SiteId } from "@hostseal/core";
import type { PanelName } from "@hostseal/panel-doubles";
import type { Secret } from "@hostseal/pki";
import type { Instant } from "@hostseal/rules";
import type { DemoWorld } from "@hostseal/sandbox";
import type { ConfigFile } from "../../composition/config-schema.ts";
import { hostIdOf } from "../../composition/host-directory.ts";

/** The name of the demo's panel in orders and commands. */
const DEMO_HOST = "panel";
const DEMO_ACCOUNT = "harbour";
export const PANEL_CREDENTIAL_FILE = "panel.credential";

/** The account whose sites the demo secures, on whichever panel. */
export type DemoAccount = AsyncDisposable & {
  readonly host: HostId;
  readonly customer: CustomerId;
  readonly credential: Secret;
  /** How the panel is entered in the configuration. */
  readonly entry: Pick<ConfigFile, "hosts" | "panels">;
  /** How the panel calls a site that the demo world calls `webspace`. */
  siteOf(webspace: SiteId): SiteId;
};

export type AccountWish = { readonly panel: PanelName | undefined; readonly random: Random; readonly now: Instant };

const credential = { file: PANEL_CREDENTIAL_FILE };

const onQuayside = ({ panel }: DemoWorld): DemoAccount => ({
  host: asId<HostId>(DEMO_HOST),
  customer: asId<CustomerId>(DEMO_ACCOUNT),
  credential: panel.credentials[DEMO_ACCOUNT],
  entry: { hosts: { [DEMO_HOST]: { driver: "demo", url: panel.url, account: DEMO_ACCOUNT, credential } } },
  siteOf: (webspace) => webspace,
  [Symbol.asyncDispose]: () => Promise.resolve(),
});

const onDouble = async (
  hosting: DemoWorld,
  driver: PanelName,
  options: Pick<AccountWish, "random" | "now">,
): Promise<DemoAccount> => {
  const { startPanel } = await import("@hostseal/panel-doubles");
  const { url, sha256, double, ...started } = await startPanel(driver, hosting, options);
  const host = hostIdOf(DEMO_HOST, DEMO_ACCOUNT);
  const panel = { driver, url, credential, trust: { sha256 }, accounts: [DEMO_ACCOUNT] };
  return {
    host,
    customer: asId<CustomerId>(host),
    credential: double.credential,
    entry: { hosts: {}, panels: { [DEMO_HOST]: panel } },
    siteOf: (webspace) => asId<SiteId>(double.siteOf(webspace)),
    [Symbol.asyncDispose]: () => started[Symbol.asyncDispose](),
  };
};

/** Opens the account on the panel that was wished for; a panel's double is ended when it is disposed of. */
export const openAccount = async (hosting: DemoWorld, { panel, ...options }: AccountWish): Promise<DemoAccount> =>
  panel === undefined ? onQuayside(hosting) : onDouble(hosting, panel, options);
