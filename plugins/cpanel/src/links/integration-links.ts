import type { Http } from "@hostseal/http";
import type { Secret } from "@hostseal/pki";
import { createCpanelClient } from "../client.ts";
import { accountList, integrationLinks, nothing } from "../wire.ts";

export type LinkSettings = {
  /** What failures call the server. */
  readonly id: string;
  /** `https://panel.example:2087`. */
  readonly url: string;
  /** Whose the token is: `root`, or a reseller. */
  readonly login: string;
  /** A WHM token with the privileges `list-accts` and `cpanel-integration`. */
  readonly credential: Secret;
  /** Where the app answers, without final slash. */
  readonly app: string;
  /** What the button says. */
  readonly label: string;
};

export type IntegrationLinks = {
  /** The accounts that the token sees. */
  accounts(): Promise<readonly string[]>;
  /** Puts the button into an account's group Security; again puts it there anew. */
  offer(account: string, token: Secret): Promise<void>;
  /** Takes the button away; one that is gone is success. */
  withdraw(account: string): Promise<void>;
};

const APP = "hostseal";
const FIRST = "1";

/**
 * The button without anything installed on the panel's server: cPanel's own Integration Links. When a customer clicks, the
 * panel's server shows the token to the app and sends the browser where the app says.
 */
export const createIntegrationLinks = (settings: LinkSettings, http: Http): IntegrationLinks => {
  const { id, url, login, credential, app, label } = settings;
  const client = createCpanelClient({ host: id, url, account: login, credential, access: "whm", login }, http);
  return {
    accounts: async () => {
      const { acct } = await client.whm("listaccts", accountList, { want: "user" });
      return acct.map(({ user }) => user);
    },
    offer: async (user, token) => {
      await client.whm("create_integration_link", nothing, {
        user,
        app: APP,
        implements: "customer_service",
        label,
        token,
        subscriber_unique_id: `${id}/${user}`,
        autologin_token_url: `${app}/panel/integration-link`,
        group_id: "security",
        order: FIRST,
      });
    },
    withdraw: async (user) => {
      const { links } = await client.whm("list_integration_links", integrationLinks, { user });
      if (links.some((link) => link.app === APP))
        await client.whm("remove_integration_link", nothing, { user, app: APP });
    },
  };
};
