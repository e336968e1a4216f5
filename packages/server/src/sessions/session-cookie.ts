import type { Request, Response } from "express";

/**
 * With the `__Host-` prefix no other host or path can set it. A panel on another site frames the app, and the browser
 * only sends a cookie from there that is partitioned; over plain HTTP, on loopback, there is neither.
 */
export type SessionCookie = {
  read(request: Request): string | undefined;
  write(response: Response, id: string): void;
  clear(response: Response): void;
};

export type CookieTraits = {
  readonly name?: string;
  /** Whether the pages may be in a frame of another site. */
  readonly isFramed?: boolean;
};

const valueOf = (header: string | undefined, name: string): string | undefined =>
  header
    ?.split(";")
    .map((pair) => pair.trim().split("="))
    .find(([key]) => key === name)?.[1];

export const createSessionCookie = (
  origin: string,
  { name: plainName = "hostseal", isFramed = true }: CookieTraits = {},
): SessionCookie => {
  const isSecure = origin.startsWith("https:");
  const name = isSecure ? `__Host-${plainName}` : plainName;
  const travels = isFramed
    ? ({ secure: true, sameSite: "none", partitioned: true } as const)
    : ({ secure: true, sameSite: "lax" } as const);
  const traits = isSecure ? travels : ({ sameSite: "lax" } as const);
  const options = { httpOnly: true, path: "/", ...traits };
  return {
    read: (request) => valueOf(request.headers.cookie, name),
    write: (response, id) => void response.cookie(name, id, options),
    clear: (response) => void response.clearCookie(name, options),
  };
};
