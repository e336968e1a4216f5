import type { PleskSite } from "../estate.ts";
import { type Caller, mayActFor, type Premises } from "../premises.ts";

export type Parameters = Readonly<Record<string, string>>;
export type Brought = Readonly<Record<string, string>>;
export type Visit = { readonly premises: Premises; readonly caller: Caller };
export type Errand = (parameters: Parameters, visit: Visit) => Brought | Promise<Brought>;

export const refuse = (refused: string, because = ""): Brought => ({ refused, because });
export const DONE: Brought = { done: "yes" };

export const encoded = (text: string): string => Buffer.from(text).toString("base64");
export const decoded = (text: string | undefined): string => Buffer.from(text ?? "", "base64").toString();

const accountFlaw = (account: string, { premises, caller }: Visit): Brought | undefined => {
  if (!premises.ground.accounts.get(account)) return refuse("account-unknown");
  return mayActFor(caller, account) ? undefined : refuse("caller-refused");
};

/** For an account that exists and that the caller may act for. */
export const forAccount =
  (errand: (account: string, parameters: Parameters, visit: Visit) => Brought | Promise<Brought>): Errand =>
  (parameters, visit) => {
    const account = parameters["account"] ?? "";
    return accountFlaw(account, visit) ?? errand(account, parameters, visit);
  };

/** For a site of that account. */
export const forSite = (
  errand: (site: PleskSite, parameters: Parameters, visit: Visit) => Brought | Promise<Brought>,
) =>
  forAccount((account, parameters, visit) => {
    const site = visit.premises.estate.siteNamed(parameters["site"] ?? "");
    return site?.subscription.owner === account ? errand(site, parameters, visit) : refuse("site-unknown");
  });
