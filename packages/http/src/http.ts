import type { Secret } from "@hostseal/pki";

/** One request to a vendor's API. */
export type HttpCall = {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  readonly url: string;
  /** How the credential travels: given its value, the headers that carry it. */
  readonly credential: { readonly secret: Secret; readonly toHeaders: (revealed: string) => Record<string, string> };
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: HttpBody;
};

export type HttpBody =
  /** Plain data; like in a form, secrets anywhere in it are written out, and taken out of everything that comes back. */
  | { readonly kind: "json"; readonly value: unknown }
  /** `application/x-www-form-urlencoded` */
  | { readonly kind: "form"; readonly fields: Readonly<Record<string, string | Secret>> }
  /** Any other text; the secrets that are in it are named, so that they are taken out of everything that comes back. */
  | { readonly kind: "text"; readonly type: string; readonly text: string; readonly secrets?: readonly Secret[] };

/** What became of a request. */
export type HttpOutcome = HttpAnswer | HttpLoss;

/** A whole answer, whatever its status. */
export type HttpAnswer = {
  readonly kind: "answer";
  readonly status: number;
  readonly text: string;
  /** Its media type in lower case, without parameters; empty when none is given. */
  readonly mediaType: string;
  readonly location?: string;
  readonly retryAfter?: string;
  /** Takes the credential out of a text, for evidence. */
  readonly redact: (text: string) => string;
};

/** No whole answer came. */
export type HttpLoss = {
  readonly kind: "lost";
  /** Whether the request can have reached the vendor. */
  readonly wasSent: boolean;
  /** Whether something answers there that is no such API. */
  readonly isNonsense: boolean;
  /** Completes the sentence "It cannot be reached: …". */
  readonly because: string;
  readonly cause: Error;
};

/**
 * The one way from a driver to its vendor. Sends exactly once: nothing is retried, no redirect followed, no proxy asked;
 * TLS certificates are always verified. Never throws for what the network or the vendor does.
 */
export type Http = { readonly send: (call: HttpCall) => Promise<HttpOutcome> };
