import type { Failure } from "@hostseal/core";
import type { Http, HttpBody, HttpCall } from "@hostseal/http";
import { askPanel, readJson } from "@hostseal/panel";
import type { z } from "zod";
import type { DirectadminSettings } from "../settings.ts";
import { toFailure } from "../translate.ts";
import { judgeAnswer, type Reply } from "./judge-answer.ts";
import type { Refusal } from "./refusal.ts";

export type Call = {
  readonly method: HttpCall["method"];
  /** `/CMD_API_SSL` or `/api/session`; its parts already encoded. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: HttpBody;
};

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

const urlOf = (base: string, { path, query }: Call): string =>
  `${base}${path}${query ? `?${new URLSearchParams(query).toString()}` : ""}`;

export type ClientSettings = Pick<DirectadminSettings, "id" | "url" | "account" | "holder" | "credential">;

/** How the login key travels: with the name of its holder, who may act as somebody else (`admin|alice`). */
const credentialOf = ({ account, holder, credential }: ClientSettings): HttpCall["credential"] => {
  const user = holder === undefined ? account : `${holder}|${account}`;
  return {
    secret: credential,
    toHeaders: (secret) => ({ Authorization: `Basic ${Buffer.from(`${user}:${secret}`).toString("base64")}` }),
  };
};

export const createClient = (settings: ClientSettings, http: Http): Client => {
  const { id, url, account } = settings;
  const host = `${id} (account ${account})`;
  const credential = credentialOf(settings);
  const failureOf = (refusal: Refusal): Failure => toFailure(refusal, host);

  const ask: Client["ask"] = async (call) => {
    const { method, path, body } = call;
    const answer = await askPanel(http, host, { method, url: urlOf(url, call), credential, ...(body && { body }) });
    return judgeAnswer(answer, path, host);
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
