import { existsSync } from "node:fs";

/** The programs of a server that the demo starts on its own. */
export const PROGRAMS = {
  nginx: "/usr/sbin/nginx",
  sshd: "/usr/sbin/sshd",
  keygen: "/usr/bin/ssh-keygen",
  openssl: "/usr/bin/openssl",
} as const;

/** Why the demo has no server over SSH on this machine, or nothing. */
export const whyNoServer = (userId: number | undefined): string | undefined => {
  const missing = Object.values(PROGRAMS).filter((path) => !existsSync(path));
  if (missing.length > 0) return `${missing.join(", ")} ${missing.length === 1 ? "is" : "are"} not installed here`;
  return userId === 0 ? undefined : "only root can start a server with the well-known ports";
};
