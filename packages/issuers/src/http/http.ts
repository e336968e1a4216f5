import type { Secret } from "@hostseal/pki";

/** One request to a vendor's API. */
export type HttpCall = {
  /** Who is asked, as the failures shall name it. */
  readonly issuer: string;
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  readonly url: string;
  /** How the credential travels: given its value, the headers that carry it. */
  readonly credential: { readonly secret: Secret; readonly toHeaders: (revealed: string) => Record<string, string> };
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly body?: unknown;
  /**
   * Whether the request spends or creates. Its answer matters: when that is lost the failure is `issuer.answer-lost`,
   * and somebody must ask what became of it.
   */
  readonly spends?: boolean;
};

/** A whole answer, whatever its status. */
export type HttpAnswer = {
  readonly status: number;
  readonly text: string;
  readonly location?: string;
  readonly retryAfter?: string;
  /** Takes the credential out of a text, for evidence. */
  readonly redact: (text: string) => string;
};

/**
 * The one way from a driver to its vendor. Sends exactly once: nothing is retried, no redirect followed, no proxy asked;
 * TLS certificates are always verified. Fails with `issuer.unreachable` or `issuer.answer-lost`; every answer that arrives
 * whole is a value.
 */
export type Http = { readonly send: (call: HttpCall) => Promise<HttpAnswer> };
