import type { Request, RequestHandler, Response } from "express";
import { ApiRefusal } from "./api/api-call.ts";
import type { Caller } from "./login-keys.ts";

const LOGIN_PAGE = `<!DOCTYPE html><html><head><title>DirectAdmin Login</title></head><body>
<form action="/CMD_LOGIN" method="POST"><input name="username"><input type="password" name="password"></form></body></html>`;

/** A call that is let in, from whichever side. */
export type Admission = (request: Request) => Caller | undefined;

/** Who calls; only behind `admit`. */
export const callerOf = (response: Response): Caller => response.locals["caller"] as Caller;

/** Who is not known gets a page to log in on where a browser could have been, and a word elsewhere. */
export const admit =
  (admission: Admission): RequestHandler =>
  (request, response, next) => {
    const caller = admission(request);
    if (caller) {
      response.locals["caller"] = caller;
      return next();
    }
    if (request.path.startsWith("/api/")) throw new ApiRefusal(401, "UNAUTHORIZED");
    return void response.status(200).type("html").send(LOGIN_PAGE);
  };

/** A login key that does not allow the command. */
export const allow: RequestHandler = (request, response, next) => {
  const [, first = "", second = ""] = request.path.split("/");
  const command = first === "api" ? second : first;
  if (callerOf(response).allows(command)) return next();
  if (first === "api") throw new ApiRefusal(403, "ACCESS_DENIED");
  return void response.status(403).json({ error: "Access denied", result: `This login key may not use ${command}` });
};
