import { Agent as PlainAgent } from "node:http";
import { Agent as TlsAgent } from "node:https";
import type { AxiosInstance, AxiosResponse } from "axios";
import { create as createAxios } from "axios";
import type { Http, HttpAnswer, HttpCall } from "./http.ts";
import { redactor } from "./redactor.ts";
import { trackedTransport } from "./tracked-transport.ts";
import { transportFailure } from "./transport-failure.ts";

export type HttpSettings = {
  /** From the first packet to the last byte of the answer, in milliseconds. */
  readonly timeout?: number;
  /** In bytes, for requests and answers alike. */
  readonly largestBody?: number;
  /** PEM of the roots to trust in place of the system's, for a private CA in front of an API. */
  readonly roots?: readonly string[];
  /** Ends every request under way. */
  readonly signal?: AbortSignal;
};

const USUAL_TIMEOUT = 60_000;
const USUAL_LARGEST_BODY = 4_194_304;

const createClient = ({ largestBody = USUAL_LARGEST_BODY, roots }: HttpSettings): AxiosInstance =>
  createAxios({
    adapter: "http",
    decompress: false,
    // A kept connection can be gone by the next request, and then nobody knows whether that was sent.
    httpAgent: new PlainAgent({ keepAlive: false }),
    httpsAgent: new TlsAgent({ keepAlive: false, rejectUnauthorized: true, ...(roots && { ca: [...roots] }) }),
    maxRedirects: 0,
    maxContentLength: largestBody,
    maxBodyLength: largestBody,
    proxy: false,
    responseType: "text",
    transformResponse: (text: unknown) => text,
    validateStatus: () => true,
  });

/** Compressed answers are not asked for: a small one could unpack to anything. */
const PLAIN_JSON = { Accept: "application/json", "Accept-Encoding": "identity" };

const headerOf = ({ headers }: AxiosResponse, name: string): string | undefined => {
  const value: unknown = headers[name];
  return typeof value === "string" ? value : undefined;
};

const toAnswer = (response: AxiosResponse, redact: HttpAnswer["redact"]): HttpAnswer => {
  const location = headerOf(response, "location");
  const retryAfter = headerOf(response, "retry-after");
  return {
    status: response.status,
    text: typeof response.data === "string" ? response.data : "",
    ...(location !== undefined && { location }),
    ...(retryAfter !== undefined && { retryAfter }),
    redact,
  };
};

/** The real thing over axios. */
export const createHttp = (settings: HttpSettings = {}): Http => {
  const client = createClient(settings);
  const { timeout = USUAL_TIMEOUT, signal } = settings;

  const send = async (call: HttpCall): Promise<HttpAnswer> => {
    const credential = call.credential.secret.reveal();
    const redact = redactor(credential);
    const transport = trackedTransport(new URL(call.url).protocol);
    const deadline = AbortSignal.timeout(timeout);
    try {
      const response = await client.request<unknown>({
        method: call.method,
        url: call.url,
        headers: { ...PLAIN_JSON, ...call.headers, ...call.credential.toHeaders(credential) },
        ...(call.body !== undefined && { data: call.body }),
        signal: signal ? AbortSignal.any([signal, deadline]) : deadline,
        transport,
      });
      return toAnswer(response, redact);
    } catch (thrown) {
      throw transportFailure(thrown, { call, sent: transport.wasSent(), timedOut: deadline.aborted, redact });
    }
  };

  return { send };
};
