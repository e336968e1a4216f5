import type { Request, RequestHandler, Response } from "express";
import { addressOf } from "../app/address-of.ts";
import type { Api, ApiCaller } from "./api.ts";
import { apiRefusal } from "./problems.ts";
import { createRateLimit, GUESS_POLICY, KEY_POLICY } from "./rate-limits.ts";
import { scopeOfKey } from "./scope-of.ts";

const KEY = "caller";

/** RFC 6750 §2.1; the form in a body or an address is not taken. */
const BEARER = /^Bearer +([A-Za-z0-9_-]{1,100})$/i;

const tokenIn = (request: Request): string => BEARER.exec(request.get("authorization") ?? "")?.[1] ?? "";

/** Lets only programs through that show a key. Every refusal looks the same, whatever is wrong with the key. */
export const createAuthentication = ({ access, settings, world }: Api): RequestHandler => {
  const [perKey, perAddress] = [createRateLimit(KEY_POLICY), createRateLimit(GUESS_POLICY)];

  const recognise = async (request: Request, response: Response): Promise<ApiCaller> => {
    const from = addressOf(request);
    const key = await access.keyOf(tokenIn(request));
    if (key === undefined) {
      await perAddress.take(from, response);
      world.log.emit({ level: "warning", event: "api.refused", details: { address: from } });
      response.set("WWW-Authenticate", "Bearer");
      throw apiRefusal("request.unauthenticated");
    }
    await perKey.take(key.id, response);
    return { key, scope: scopeOfKey(key, settings.partner), asker: { who: `API key ${key.id}`, from } };
  };

  return async (request, response, next) => {
    response.locals[KEY] = await recognise(request, response);
    next();
  };
};

/** Only behind `createAuthentication`. */
export const callerOf = (response: Response): ApiCaller => response.locals[KEY] as ApiCaller;
