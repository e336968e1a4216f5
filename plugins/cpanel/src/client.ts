import { failure } from "@hostseal/core";
import type { Http, HttpAnswer, HttpBody, HttpCall } from "@hostseal/http";
import { tryJson } from "@hostseal/http";
import { askPanel, evidenceOf, malformed, readJson, statusFailure, withoutKeys } from "@hostseal/panel";
import type { Secret } from "@hostseal/pki";
import type { z } from "zod";
import type { CpanelSettings } from "./settings.ts";
import { toFailure } from "./translate.ts";
import { api2Answer, throughWhm, uapiAnswer, type UapiAnswer, whmAnswer } from "./wire.ts";

export type Fields = Readonly<Record<string, string | Secret>>;

/** How one call was answered, where a refusal is something the caller can deal with. */
export type Spoken = { readonly kind: "done"; readonly data: unknown; readonly answer: HttpAnswer } | Refusal;

/** `token`: what the token may do was in the way; `function`: the call itself had an objection. */
type Refusal = {
  readonly kind: "refused";
  readonly by: "token" | "function";
  readonly words: string;
  readonly answer: HttpAnswer;
};

export type ClientSettings = Pick<CpanelSettings, "access" | "login"> & {
  /** What failures call it. */
  readonly host: string;
  readonly url: string;
  readonly account: string;
  readonly credential: Secret;
};

/** Calls on behalf of one account. What the network or the panel does not do is a failure of the `host.` family. */
export type CpanelClient = Pick<ClientSettings, "host" | "account" | "access"> & {
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

const fromUapi = ({ status, data, errors = [] }: UapiAnswer, answer: HttpAnswer): Spoken =>
  status ? { kind: "done", data, answer } : { kind: "refused", by: "function", words: errors.join(" "), answer };

/** What a token that is not taken is answered with; one that may not do something is told why. */
const isUnknownToken = ({ status, text }: HttpAnswer): boolean => {
  if (status === 401) return true;
  return status === 403 && !whmAnswer.safeParse(tryJson(text)).success;
};

const authorisation = ({ access, login, account }: ClientSettings) => {
  const holder = access === "whm" ? `whm ${login}` : `cpanel ${account}`;
  return (token: string): Record<string, string> => ({ Authorization: `${holder}:${token}` });
};

/** The way there is set by the kind of token: a WHM token speaks for the account, an account's token for itself. */
export const createCpanelClient = (settings: ClientSettings, http: Http): CpanelClient => {
  const { host, account, access, url, credential } = settings;
  const toHeaders = authorisation(settings);

  const send = async (path: string, body: HttpBody): Promise<HttpAnswer> => {
    const call: HttpCall = {
      method: "POST",
      url: `${url}${path}`,
      credential: { secret: credential, toHeaders },
      body,
    };
    const answer = await askPanel(http, host, call);
    if (isUnknownToken(answer)) throw failure("host.unauthorised", { host }, { evidence: evidenceOf(answer) });
    const failed = answer.status === 403 ? undefined : statusFailure(answer, host);
    if (failed) throw failed;
    return answer;
  };

  const sendUapi = async (name: string, fields: Fields | HttpBody): Promise<HttpAnswer> => {
    const [module = "", called = ""] = name.split("::");
    if (access === "account") return send(`/execute/${module}/${called}`, isBody(fields) ? fields : form(fields));
    const who = { "api.version": "1", "cpanel.user": account, "cpanel.module": module, "cpanel.function": called };
    if (isBody(fields)) return send(`/json-api/uapi_cpanel?${new URLSearchParams(who).toString()}`, fields);
    return send("/json-api/uapi_cpanel", form({ ...fields, ...who }));
  };

  const refuse: CpanelClient["refuse"] = (call, { by, words, answer }) =>
    toFailure({ host, account, call, by, words: withoutKeys(answer.redact(words)), evidence: evidenceOf(answer) });

  const readAs = <Schema extends z.ZodType>(name: string, schema: Schema, spoken: Spoken): z.output<Schema> => {
    if (spoken.kind === "refused") throw refuse(name, spoken);
    const read = schema.safeParse(spoken.data);
    if (read.success) return read.data;
    const field = read.error.issues[0]?.path.join(".") || "data";
    throw malformed(spoken.answer, host, `the field ${field} of ${name} is not as documented`);
  };

  const fromWhm = (answer: HttpAnswer): Spoken => {
    const { metadata, data } = readJson(answer, whmAnswer, host);
    return metadata.result
      ? { kind: "done", data, answer }
      : { kind: "refused", by: "token", words: metadata.reason ?? "no reason", answer };
  };

  const ask: CpanelClient["ask"] = async (name, fields = {}) => {
    const answer = await sendUapi(name, fields);
    if (access === "account") return fromUapi(readJson(answer, uapiAnswer, host), answer);
    const spoken = fromWhm(answer);
    return spoken.kind === "refused" ? spoken : fromUapi(readAs("uapi_cpanel", throughWhm, spoken).uapi, answer);
  };

  return {
    host,
    account,
    access,
    ask,
    uapi: async (name, schema, fields) => readAs(name, schema, await ask(name, fields)),
    whm: async (name, schema, fields = {}) => {
      const answer = await send(`/json-api/${name}`, form({ ...fields, "api.version": "1" }));
      return readAs(name, schema, fromWhm(answer));
    },
    api2: async (name, fields) => {
      const [module = "", called = ""] = name.split("::");
      const who = {
        cpanel_jsonapi_user: account,
        cpanel_jsonapi_apiversion: "2",
        cpanel_jsonapi_module: module,
        cpanel_jsonapi_func: called,
      };
      const answer = await send("/json-api/cpanel", form({ ...fields, ...who }));
      const { data, error, event } = readJson(answer, api2Answer, host).cpanelresult;
      const isDone = !error && event?.result !== false;
      if (isDone) return { kind: "done", data, answer };
      return { kind: "refused", by: "function", words: error ?? "no reason", answer };
    },
    refuse,
  };
};
