import { type Failure, failure } from "@hostseal/core";
import type { Secret } from "@hostseal/pki";
import { SECOND } from "@hostseal/rules";
import { type AxiosResponse, create as createHttpClient, isAxiosError } from "axios";
import type { z } from "zod";
import { toFailure } from "./translate.ts";
import { type Refusal, refusal } from "./wire.ts";

export type PanelCall = {
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  /** Below the base of the API, with its parts already encoded. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** The site it is about, for the failure that says it does not exist. */
  readonly site?: string;
};

/** Makes one call and reads its answer; everything that goes wrong is a failure of the `host.` family. */
export type PanelClient = <Answer>(call: PanelCall, answer: z.ZodType<Answer>) => Promise<Answer>;

export type PanelSettings = {
  /** How the host is named in failures. */
  readonly host: string;
  readonly url: string;
  readonly credential: Secret;
  /** Milliseconds until a silent panel is given up; 30 s when not given. */
  readonly patience?: number;
};

const PATIENCE = 30 * SECOND;
const LARGEST_ANSWER = 1_048_576;

const REASONS: Readonly<Record<string, string>> = {
  ECONNREFUSED: "the connection is refused",
  ECONNRESET: "the connection was reset",
  ECONNABORTED: "no answer came in time",
  ETIMEDOUT: "no answer came in time",
  ENOTFOUND: "its address is not known",
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** What is thrown on the way holds the credential, so only its code is taken over. */
const codeOf = (thrown: unknown): string => (isAxiosError(thrown) ? (thrown.code ?? "unknown") : "unknown");

export const createPanelClient = ({ host, url, credential, patience = PATIENCE }: PanelSettings): PanelClient => {
  const http = createHttpClient({
    baseURL: url,
    timeout: patience,
    maxRedirects: 0,
    maxContentLength: LARGEST_ANSWER,
    proxy: false,
    responseType: "text",
    transformResponse: (text: unknown) => text,
    validateStatus: () => true,
  });

  const malformed = (because: string) => failure("host.malformed-answer", { host, because });

  const send = async ({ method, path, query, body }: PanelCall): Promise<AxiosResponse<string>> => {
    try {
      const headers = { authorization: `Bearer ${credential.reveal()}` };
      return await http.request<string>({ method, url: path, headers, params: query, data: body });
    } catch (thrown) {
      const code = codeOf(thrown);
      if (code === "ERR_BAD_RESPONSE") throw malformed("an answer larger than any of its API");
      throw failure("host.unreachable", { host, because: REASONS[code] ?? `the connection failed with ${code}` });
    }
  };

  const withoutSecrets = ({ message, ...error }: Refusal): Refusal => ({
    ...error,
    message: message.replaceAll(credential.reveal(), "[secret]"),
  });

  const refused = (status: number, content: unknown, site = ""): Failure => {
    const read = refusal.safeParse(content);
    if (read.success) return toFailure({ host, site, status, error: withoutSecrets(read.data.error) });
    if (status >= 500) return failure("host.unreachable", { host, because: `it answers with status ${status}` });
    return malformed(`status ${status} without a reason`);
  };

  return async (call, answer) => {
    const { status, data } = await send(call);
    const content = parsed(data);
    if (status >= 400) throw refused(status, content, call.site);
    const read = answer.safeParse(content);
    if (!read.success) throw malformed(content === undefined ? "no JSON" : "other fields than documented");
    return read.data;
  };
};
