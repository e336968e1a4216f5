import { request as plainRequest } from "node:http";
import { request as tlsRequest } from "node:https";
import { isIP } from "node:net";
import { isOutside, lookupOutside } from "./target-guard.ts";

export type Outgoing = {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

/** Sends one message; gives the status of the answer, and throws when there is none. Redirects are not followed. */
export type Send = (outgoing: Outgoing) => Promise<number>;

const PATIENCE = 10_000;

const hostIn = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, "");

/** Whether messages may be sent there at all: over TLS, without a password in the address, and not to a network of ours. */
export const isGoodTarget = (text: string, allowsPrivate: boolean): boolean => {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  const isPlain = url.protocol === "http:" && allowsPrivate;
  if ((url.protocol !== "https:" && !isPlain) || url.username !== "" || url.password !== "") return false;
  const host = hostIn(url);
  return allowsPrivate || ((isIP(host) === 0 || isOutside(host)) && host.includes("."));
};

export const createSend =
  ({ allowsPrivate }: { readonly allowsPrivate: boolean }): Send =>
  ({ url: text, headers, body }) =>
    new Promise((resolve, reject) => {
      if (!isGoodTarget(text, allowsPrivate)) return reject(new Error("the address is not outside"));
      const url = new URL(text);
      const request = url.protocol === "https:" ? tlsRequest : plainRequest;
      const options = {
        method: "POST",
        headers: { ...headers, "content-length": Buffer.byteLength(body) },
        agent: false,
        signal: AbortSignal.timeout(PATIENCE),
        ...(!allowsPrivate && { lookup: lookupOutside }),
      } as const;
      const asking = request(url, options, (answer) => {
        answer.destroy();
        resolve(answer.statusCode ?? 0);
      });
      asking.once("error", reject);
      asking.end(body);
    });
