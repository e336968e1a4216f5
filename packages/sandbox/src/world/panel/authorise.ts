import type { Request, RequestHandler, Response } from "express";
import type { Webspace } from "../web/webspace.ts";
import type { Account, AccountRegister, Permission } from "./account.ts";
import type { Panel } from "./panel.ts";
import { refusal } from "./panel-refusal.ts";

const BEARER = /^Bearer (\S+)$/;

/** Lets nobody through without a credential that the panel knows (RFC 6750 §2.1). */
export const authenticate =
  (accounts: AccountRegister): RequestHandler =>
  (request, response, next) => {
    const credential = BEARER.exec(request.headers.authorization ?? "")?.[1];
    const account = credential === undefined ? undefined : accounts.holderOf(credential);
    if (!account) throw refusal(401, "unauthorised", "The credential is not known");
    response.locals["account"] = account;
    next();
  };

/** Who calls; only behind `authenticate`. */
export const callerOf = (response: Response): Account => response.locals["account"] as Account;

export const requirePermission =
  (permission: Permission): RequestHandler =>
  (_request, response, next) => {
    if (!callerOf(response).permissions.has(permission)) {
      throw refusal(403, "permission_missing", "The credential may not do this", { permission });
    }
    next();
  };

/** The caller's webspace that the path names; somebody else's does not exist for the caller. */
export const webspaceOf = (panel: Panel, request: Request, response: Response): Webspace => {
  const webspace = panel.webspaces.get(String(request.params["id"]));
  if (!webspace || !callerOf(response).webspaces.includes(webspace.id)) {
    throw refusal(404, "webspace_unknown", "There is no such webspace");
  }
  return webspace;
};
