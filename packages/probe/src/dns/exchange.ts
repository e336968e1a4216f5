import type { Endpoint } from "../net/endpoint.ts";
import type { Reply } from "./read-reply.ts";

/** One message to one server. */
export type Sending = {
  readonly server: Endpoint;
  readonly message: Buffer;
  /** Milliseconds until the reply must be here. */
  readonly timeout: number;
  readonly sourceAddress?: string | undefined;
};

export type Heard =
  | { readonly kind: "reply"; readonly reply: Reply }
  | {
      readonly kind: "silent";
      /** `malformed`: something came, and none of it was a reply to the question. */
      readonly because: "timeout" | "unreachable" | "malformed";
    };

export const silent = (because: Extract<Heard, { kind: "silent" }>["because"]): Heard => ({ kind: "silent", because });
