import { type Failure, failure } from "@hostseal/core";
import type { Http, HttpAnswer, HttpBody, HttpCall } from "@hostseal/http";
import { askPanel, evidenceOf, readJson, statusFailure } from "@hostseal/panel";
import type { z } from "zod";
import type { DirectadminSettings } from "../settings.ts";
import { fromLegacyText } from "./legacy-text.ts";
import { type Refusal, refusalIn } from "./refusal.ts";
import { toFailure } from "../translate.ts";

export type Call = {
  readonly method: HttpCall["method"];
  /** `/CMD_API_SSL` or `/api/session`; its parts already encoded. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: HttpBody;
};

export type Reply =
  | { readonly kind: "answered"; readonly answer: HttpAnswer }
  | { readonly kind: "refused"; readonly refusal: Refusal };

/** One account of one server. What is no word of the panel's API is thrown as a failure of the `host.` family. */
export type Client = {
  /** How the server and the account are called in failures. */
  readonly host: string;
  readonly account: string;
  ask(call: Call): Promise<Reply>;
  read<Schema extends z.ZodType>(call: Call, schema: Schema): Promise<z.output<Schema>>;
  /** Reads an answer that `ask` gave; a refusal is thrown. */
  take<Schema extends z.ZodType>(reply: Reply, schema: Schema): z.output<Schema>;
  /** Makes a call of which only the success counts. */
  run(call: Call): Promise<void>;
  failureOf(refusal: Refusal): Failure;
};

/** A login key allows commands: the older ones by their names, the newer ones by the first part of their path. */
const permissionOf = (path: string): string => {
  const [, first = "", second = ""] = path.split("/");
  return first === "api" ? second : first;
};

/** Somebody else's domain is refused in words, and not always with a status of its own. */
const ABOUT_DOMAINS = /\b(?:own|belong)/i;

const isDenied = ({ status }: HttpAnswer, { type, words }: Pick<Refusal, "type" | "words">): boolean =>
  status === 403 && ["", "ACCESS_DENIED"].includes(type) && !ABOUT_DOMAINS.test(words);

/** Answers in the older form are rewritten as JSON, so that all the rest knows one form. */
const asJson = (answer: HttpAnswer): HttpAnswer => {
  const pairs = fromLegacyText(answer.text);
  return pairs === undefined ? answer : { ...answer, text: JSON.stringify(pairs) };
};

const urlOf = (base: string, { path, query }: Call): string =>
  `${base}${path}${query ? `?${new URLSearchParams(query).toString()}` : ""}`;

export type ClientSettings = Pick<DirectadminSettings, "id" | "url" | "account" | "holder" | "credential">;

export const createClient = (settings: ClientSettings, http: Http): Client => {
  const { id, url, account, holder, credential } = settings;
  const host = `${id} (account ${account})`;
  const user = holder === undefined ? account : `${holder}|${account}`;
  const toHeaders = (secret: string) => ({
    Authorization: `Basic ${Buffer.from(`${user}:${secret}`).toString("base64")}`,
  });

  const failureOf = (refusal: Refusal): Failure => toFailure(refusal, host);

  const ask: Client["ask"] = async (call) => {
    const { method, path, body } = call;
    const carried = { url: urlOf(url, call), credential: { secret: credential, toHeaders }, ...(body && { body }) };
    const given = await askPanel(http, host, { method, ...carried });
    const isCommand = path.startsWith("/CMD_");
    const answer = isCommand ? asJson(given) : given;
    const refusal = refusalIn({ ...answer, text: answer.redact(answer.text) }, isCommand);
    const circumstances = { evidence: evidenceOf(answer) };
    if (answer.status === 401) throw failure("host.unauthorised", { host }, circumstances);
    if (isDenied(answer, refusal ?? { type: "", words: "" }))
      throw failure(
        "host.permission-missing",
        { host, permission: `the command ${permissionOf(path)} among those its login key allows` },
        circumstances,
      );
    if (refusal) return { kind: "refused", refusal };
    const failed = statusFailure(answer, host);
    if (failed) throw failed;
    return { kind: "answered", answer };
  };

  const take: Client["take"] = (reply, schema) => {
    if (reply.kind === "refused") throw failureOf(reply.refusal);
    return readJson(reply.answer, schema, host);
  };

  return {
    host,
    account,
    ask,
    take,
    read: async (call, schema) => take(await ask(call), schema),
    run: async (call) => {
      const reply = await ask(call);
      if (reply.kind === "refused") throw failureOf(reply.refusal);
    },
    failureOf,
  };
};
