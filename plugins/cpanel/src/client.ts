import type { Http, HttpAnswer, HttpBody } from "@hostseal/http";
import { evidenceOf, withoutKeys } from "@hostseal/panel";
import type { Secret } from "@hostseal/pki";
import type { z } from "zod";
import { fromApi2, fromBoth, fromUapi, fromWhm, readGiven, type Refusal, type Spoken } from "./spoken.ts";
import { toFailure } from "./translate.ts";
import { createSend, type Send, type ServerSettings } from "./transport.ts";

export type Fields = Readonly<Record<string, string | Secret>>;

/** Calls on behalf of one account. What the network or the panel does not do is a failure of the `host.` family. */
export type CpanelClient = Pick<ServerSettings, "host" | "account" | "access"> & {
  /** A UAPI function, as `SSL::install_ssl`; a refusal is a value. */
  ask(name: string, fields?: Fields | HttpBody): Promise<Spoken>;
  /** A UAPI function that has to succeed. */
  uapi<Schema extends z.ZodType>(name: string, schema: Schema, fields?: Fields | HttpBody): Promise<z.output<Schema>>;
  /** A function of WHM API 1 that has to succeed; only with a WHM token. */
  whm<Schema extends z.ZodType>(name: string, schema: Schema, fields?: Fields): Promise<z.output<Schema>>;
  /** A function of the old API 2; a refusal is a value. */
  api2(name: string, fields: Fields): Promise<Spoken>;
  /** What a refusal means. */
  refuse(name: string, refusal: Refusal): Error;
};

const isBody = (fields: Fields | HttpBody): fields is HttpBody => "kind" in fields && typeof fields.kind === "string";
const form = (fields: Fields): HttpBody => ({ kind: "form", fields });

/** `SSL::install_ssl`, taken apart. */
const partsOf = (name: string): readonly [string, string] => {
  const [module = "", called = ""] = name.split("::");
  return [module, called];
};

type Way = { readonly account: string; readonly send: Send };

const throughExecute = async ({ send }: Way, name: string, fields: Fields | HttpBody): Promise<HttpAnswer> =>
  send(`/execute/${partsOf(name).join("/")}`, isBody(fields) ? fields : form(fields));

const throughWhm = async ({ account, send }: Way, name: string, fields: Fields | HttpBody): Promise<HttpAnswer> => {
  const [module, called] = partsOf(name);
  const who = { "api.version": "1", "cpanel.user": account, "cpanel.module": module, "cpanel.function": called };
  if (isBody(fields)) return send(`/json-api/uapi_cpanel?${new URLSearchParams(who).toString()}`, fields);
  return send("/json-api/uapi_cpanel", form({ ...fields, ...who }));
};

const throughApi2 = async ({ account, send }: Way, name: string, fields: Fields): Promise<HttpAnswer> => {
  const [module, called] = partsOf(name);
  const who = { cpanel_jsonapi_user: account, cpanel_jsonapi_apiversion: "2" };
  const what = { cpanel_jsonapi_module: module, cpanel_jsonapi_func: called };
  return send("/json-api/cpanel", form({ ...fields, ...who, ...what }));
};

/** The way there is set by the kind of token: a WHM token speaks for the account, an account's token for itself. */
export const createCpanelClient = (settings: ServerSettings, http: Http): CpanelClient => {
  const { host, account, access } = settings;
  const way: Way = { account, send: createSend(settings, http) };

  const ask: CpanelClient["ask"] = async (name, fields = {}) =>
    access === "account"
      ? fromUapi(await throughExecute(way, name, fields), host)
      : fromBoth(await throughWhm(way, name, fields), host);

  const refuse: CpanelClient["refuse"] = (call, { by, words, answer }) =>
    toFailure({ host, account, call, by, words: withoutKeys(answer.redact(words)), evidence: evidenceOf(answer) });

  const read = <Schema extends z.ZodType>(name: string, schema: Schema, spoken: Spoken): z.output<Schema> => {
    if (spoken.kind === "refused") throw refuse(name, spoken);
    return readGiven(name, schema, { given: spoken, host });
  };

  return {
    host,
    account,
    access,
    ask,
    refuse,
    uapi: async (name, schema, fields) => read(name, schema, await ask(name, fields)),
    whm: async (name, schema, fields = {}) => {
      const answer = await way.send(`/json-api/${name}`, form({ ...fields, "api.version": "1" }));
      return read(name, schema, fromWhm(answer, host));
    },
    api2: async (name, fields) => fromApi2(await throughApi2(way, name, fields), host),
  };
};
