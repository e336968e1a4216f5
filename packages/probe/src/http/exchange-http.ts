import type { HttpObservation } from "@hostseal/core";
import { type IncomingMessage, request } from "node:http";
import type { Socket } from "node:net";
import { isRedirect } from "./redirect-policy.ts";

export type HttpAnswer =
  | { readonly kind: "response"; readonly status: number; readonly location?: string; readonly body: string }
  | HttpFailure;

export type HttpFailure = {
  readonly kind: "failed";
  readonly because: Extract<HttpObservation, { kind: "failed" }>["because"];
  readonly detail: string;
};

/** An open connection, and what ends it. */
export type HttpLine = { readonly socket: Socket; readonly signal: AbortSignal };

const LONGEST_BODY = 65_536;
const LONGEST_HEADERS = 16_384;
const AGENT = "Mozilla/5.0 (compatible; Hostseal validation probe)";

const toFailure = (error: NodeJS.ErrnoException, signal: AbortSignal): HttpFailure => {
  const { message: detail, code = "" } = error;
  if (signal.aborted) return { kind: "failed", because: "timeout", detail: "no whole response in time" };
  return { kind: "failed", because: code.startsWith("HPE_") ? "malformed" : "reset", detail };
};

const readBody = (response: IncomingMessage, signal: AbortSignal): Promise<string | HttpFailure> =>
  new Promise((resolve) => {
    const chunks: Buffer[] = [];
    const finish = (): void => resolve(Buffer.concat(chunks).subarray(0, LONGEST_BODY).toString("utf8"));
    let size = 0;
    response.on("data", (chunk: Buffer) => {
      chunks.push(chunk);
      size += chunk.length;
      if (size >= LONGEST_BODY) finish();
    });
    response.once("end", finish);
    response.on("error", (error) => resolve(toFailure(error, signal)));
  });

const readResponse = async (response: IncomingMessage, signal: AbortSignal): Promise<HttpAnswer> => {
  const status = response.statusCode ?? 0;
  const { location } = response.headers;
  const place = location === undefined ? {} : { location };
  const body = isRedirect(status) ? "" : await readBody(response, signal);
  return typeof body === "string" ? { kind: "response", status, body, ...place } : body;
};

/**
 * One GET over an open connection, which is closed then. Of a longer body only the first 64 KiB are taken, as text,
 * whatever its encoding says; of a redirect only its Location.
 */
export const exchangeHttp = async (url: URL, { socket, signal }: HttpLine): Promise<HttpAnswer> => {
  const answer = await new Promise<HttpAnswer>((resolve) => {
    const asked = request({
      createConnection: () => socket,
      path: `${url.pathname}${url.search}`,
      headers: { host: url.host, "user-agent": AGENT, accept: "*/*", connection: "close" },
      maxHeaderSize: LONGEST_HEADERS,
    });
    asked.once("response", (response) => resolve(readResponse(response, signal)));
    asked.on("error", (error) => resolve(toFailure(error, signal)));
    asked.once("close", () => resolve(toFailure(new Error("the connection ended without a response"), signal)));
    asked.end();
  });
  socket.destroy();
  return answer;
};
