import { connect, type Socket } from "node:net";
import type { Endpoint } from "./endpoint.ts";

export type Opening = {
  readonly endpoint: Endpoint;
  /** Milliseconds until the connection must stand. */
  readonly timeout: number;
  /** Ends the connection whenever it fires, also long after it was opened. */
  readonly signal: AbortSignal;
  readonly sourceAddress?: string | undefined;
};

export type Opened =
  | { readonly kind: "open"; readonly socket: Socket }
  | {
      readonly kind: "failed";
      readonly because: "refused" | "timeout" | "reset" | "unreachable";
      readonly detail: string;
    };

const REASONS: Readonly<Record<string, Extract<Opened, { kind: "failed" }>["because"]>> = {
  ECONNREFUSED: "refused",
  ECONNRESET: "reset",
  ETIMEDOUT: "timeout",
  ABORT_ERR: "timeout",
};

const toFailed = (error: NodeJS.ErrnoException): Opened => ({
  kind: "failed",
  because: REASONS[error.code ?? ""] ?? "unreachable",
  detail: error.message,
});

/** One TCP connection. Errors after it was opened are the next listener's; without one they end only this socket. */
export const openSocket = ({ endpoint, timeout, signal, sourceAddress }: Opening): Promise<Opened> =>
  new Promise((resolve) => {
    const socket = connect({
      host: endpoint.address,
      port: endpoint.port,
      signal,
      ...(sourceAddress && { localAddress: sourceAddress }),
    });
    const timer = setTimeout(() => {
      resolve({ kind: "failed", because: "timeout", detail: `no connection within ${timeout} ms` });
      socket.destroy();
    }, timeout);
    socket.on("error", (error) => resolve(toFailed(error)));
    socket.once("connect", () => resolve({ kind: "open", socket }));
    socket.once("connect", () => clearTimeout(timer));
    socket.once("close", () => clearTimeout(timer));
  });
