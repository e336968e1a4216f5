import { Agent as PlainAgent } from "node:http";
import { Agent as TlsAgent } from "node:https";
import type { AxiosInstance, AxiosResponse } from "axios";
import { create as createAxios } from "axios";
import type { Http, HttpAnswer, HttpCall, HttpOutcome } from "./http.ts";
import { createPinnedAgent } from "./pinned-agent.ts";
import { redactor } from "./redactor.ts";
import { toLoss } from "./to-loss.ts";
import { trackedTransport } from "./tracked-transport.ts";
import { writeBody } from "./write-body.ts";

export type HttpSettings = {
  /** From the first packet to the last byte of the answer, in milliseconds. */
  readonly timeout?: number;
  /** In bytes, for requests and answers alike. */
  readonly largestBody?: number;
  /** Whom to trust in place of the system's roots. */
  readonly trust?: ServerTrust;
  /** Ends every request under way. */
  readonly signal?: AbortSignal;
};

export type ServerTrust =
  /** PEM of a private CA in front of an API. */
  | { readonly kind: "roots"; readonly roots: readonly string[] }
  /** Hex SHA-256 over the DER of the one certificate that is taken, in lower case. */
  | { readonly kind: "pin"; readonly sha256: string };

const USUAL_TIMEOUT = 60_000;
const USUAL_LARGEST_BODY = 4_194_304;

/** A kept connection can be gone by the next request, and then nobody knows whether that was sent. */
const toTlsAgent = (trust: ServerTrust | undefined): TlsAgent => {
  const options = { keepAlive: false, rejectUnauthorized: true };
  if (trust?.kind === "pin") return createPinnedAgent(trust.sha256, options);
  return new TlsAgent({ ...options, ...(trust && { ca: [...trust.roots] }) });
};

const createClient = ({ largestBody = USUAL_LARGEST_BODY, trust }: HttpSettings): AxiosInstance =>
  createAxios({
    adapter: "http",
    decompress: false,
    httpAgent: new PlainAgent({ keepAlive: false }),
    httpsAgent: toTlsAgent(trust),
    maxRedirects: 0,
    maxContentLength: largestBody,
    maxBodyLength: largestBody,
    proxy: false,
    responseType: "text",
    transformRequest: (text: unknown) => text,
    transformResponse: (text: unknown) => text,
    validateStatus: () => true,
  });

/** Compressed answers are not asked for: a small one could unpack to anything. */
const PLAIN = { Accept: "application/json", "Accept-Encoding": "identity" };

const headerOf = ({ headers }: AxiosResponse, name: string): string | undefined => {
  const value: unknown = headers[name];
  return typeof value === "string" ? value : undefined;
};

const toAnswer = (response: AxiosResponse, redact: HttpAnswer["redact"]): HttpAnswer => {
  const location = headerOf(response, "location");
  const retryAfter = headerOf(response, "retry-after");
  return {
    kind: "answer",
    status: response.status,
    text: typeof response.data === "string" ? response.data : "",
    mediaType: headerOf(response, "content-type")?.split(";")[0]?.trim().toLowerCase() ?? "",
    ...(location !== undefined && { location }),
    ...(retryAfter !== undefined && { retryAfter }),
    redact,
  };
};

/** The real thing over axios. */
export const createHttp = (settings: HttpSettings = {}): Http => {
  const client = createClient(settings);
  const { timeout = USUAL_TIMEOUT, signal } = settings;

  const send = async (call: HttpCall): Promise<HttpOutcome> => {
    const credential = call.credential.secret.reveal();
    const body = call.body && writeBody(call.body);
    const redact = redactor(credential, ...(body?.secrets ?? []));
    const transport = trackedTransport(new URL(call.url).protocol);
    const deadline = AbortSignal.timeout(timeout);
    const type = body && { "Content-Type": body.type };
    try {
      const response = await client.request<unknown>({
        method: call.method,
        url: call.url,
        headers: { ...PLAIN, ...type, ...call.headers, ...call.credential.toHeaders(credential) },
        ...(body && { data: body.text }),
        signal: signal ? AbortSignal.any([signal, deadline]) : deadline,
        transport,
      });
      return toAnswer(response, redact);
    } catch (thrown) {
      return toLoss(thrown, { wasSent: transport.wasSent(), timedOut: deadline.aborted, redact });
    }
  };

  return { send };
};
