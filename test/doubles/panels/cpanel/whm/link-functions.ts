import { Secret } from "@hostseal/pki";
import type { CallArguments } from "../call-arguments.ts";
import { refusal } from "../refusal.ts";
import type { IntegrationLink, ServerState } from "../server-state.ts";
import type { WhmFunction } from "./whm-function.ts";

const GROUPS = new Set([
  "files",
  "databases",
  "domains",
  "email",
  "metrics",
  "security",
  "software",
  "advanced",
  "pref",
]);
const KINDS = new Set(["billing", "customer_service", "support", "upgrade"]);

const placeOf = (user: string, app: string): string => `${user} ${app}`;

const ownUser = (args: CallArguments, accounts: readonly string[]): string => {
  const user = args.need("user");
  if (!accounts.includes(user)) throw refusal(`The user “${user}” does not exist.`);
  return user;
};

const toLink = (args: CallArguments, user: string): IntegrationLink => {
  const group = args.get("group_id");
  if (!KINDS.has(args.need("implements"))) throw refusal("This kind of link is not known.");
  if (group !== undefined && !GROUPS.has(group)) throw refusal(`There is no group “${group}”.`);
  return {
    user,
    app: args.need("app"),
    label: args.need("label"),
    token: new Secret(args.need("token")),
    subscriber: args.need("subscriber_unique_id"),
    autologin: args.need("autologin_token_url"),
  };
};

/** Integration Links: buttons that are there without anything installed. */
export const LINK_FUNCTIONS: Readonly<Record<string, WhmFunction>> = {
  create_integration_link: {
    privilege: "cpanel-integration",
    run: ({ state, args, accounts }) => {
      const link = toLink(args, ownUser(args, accounts));
      state.links.set(placeOf(link.user, link.app), link);
      return null;
    },
  },
  list_integration_links: {
    privilege: "cpanel-integration",
    run: ({ state, args, accounts }) => {
      const user = ownUser(args, accounts);
      return { links: [...state.links.values()].filter((link) => link.user === user).map(({ app }) => ({ app })) };
    },
  },
  remove_integration_link: {
    privilege: "cpanel-integration",
    run: ({ state, args, accounts }) => {
      const place = placeOf(ownUser(args, accounts), args.need("app"));
      if (!state.links.delete(place)) throw refusal("There is no such link.");
      return null;
    },
  },
};

/** What happens when a customer clicks: the server asks the app, and sends the browser where the app says. */
export const clickLink = async (state: ServerState, user: string, app: string): Promise<string> => {
  const link = state.links.get(placeOf(user, app));
  if (!link) throw refusal("There is no such link.");
  const { token, subscriber, autologin } = link;
  const body = new URLSearchParams({ app, user, token: token.reveal(), subscriber_unique_id: subscriber });
  const answer = (await (await fetch(autologin, { method: "POST", body })).json()) as {
    readonly redirect_url?: string;
  };
  return answer.redirect_url ?? "";
};
