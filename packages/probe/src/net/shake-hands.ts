import type { Socket } from "node:net";
import { connect, createSecureContext, type SecureContext, type TLSSocket } from "node:tls";

export type Shaking = {
  readonly socket: Socket;
  /** Sent as SNI. */
  readonly name: string;
  readonly context: SecureContext;
  /** The one the socket was opened with. */
  readonly signal: AbortSignal;
};

export type Shaken =
  | { readonly kind: "secured"; readonly socket: TLSSocket }
  | { readonly kind: "failed"; readonly because: "timeout" | "reset" | "handshake"; readonly detail: string };

const toFailed = (error: NodeJS.ErrnoException, signal: AbortSignal): Shaken => {
  const { message: detail, code } = error;
  if (signal.aborted) return { kind: "failed", because: "timeout", detail };
  return { kind: "failed", because: code === "ECONNRESET" || code === "EPIPE" ? "reset" : "handshake", detail };
};

/** A context without roots: nothing is trusted, and nothing is added to what a server sends. */
export const createLookingContext = (): SecureContext => createSecureContext({ ca: [] });

/**
 * One TLS handshake that accepts any certificate. It is a look, not trust: no secret is sent over the connection, what is
 * served is judged afterwards, and a site whose certificate is wrong is the very thing to be seen.
 */
export const shakeHands = ({ socket, name, context, signal }: Shaking): Promise<Shaken> =>
  new Promise((resolve) => {
    const secured = connect({ socket, servername: name, secureContext: context, rejectUnauthorized: false });
    secured.on("error", (error) => resolve(toFailed(error, signal)));
    secured.once("secureConnect", () => resolve({ kind: "secured", socket: secured }));
    secured.once("close", () => resolve(toFailed(new Error("the connection ended in the handshake"), signal)));
  });
