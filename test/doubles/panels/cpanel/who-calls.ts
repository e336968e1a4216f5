import { RESELLER, type ServerState } from "./server-state.ts";

/** Whose token came, and for which accounts it speaks. */
export type Caller = { readonly service: "whm" | "cpanel"; readonly accounts: readonly string[] };

const HEADER = /^(whm|cpanel) ([\w.-]+):(\S+)$/;

/** Nothing when the token is none, or not for this way in. */
export const whoCalls = ({ tokens, accounts }: ServerState, header: string | undefined): Caller | undefined => {
  const [, service, login, token] = HEADER.exec(header ?? "") ?? [];
  if (service === "whm" && login === "root" && token === tokens.whm.reveal())
    return { service, accounts: [...accounts.keys()] };
  if (service === "whm" && login === RESELLER.login && token === tokens.reseller.reveal())
    return { service, accounts: [RESELLER.account] };
  if (service === "cpanel" && login === "harbour" && token === tokens.account.reveal())
    return { service, accounts: [login] };
  return undefined;
};

/** How a token that is not known is refused, whatever was asked. */
export const ACCESS_DENIED = {
  cpanelresult: {
    apiversion: "2",
    error: "Access denied",
    data: { reason: "Access denied", result: "0" },
    type: "text",
  },
};
