import type { Failure } from "@hostseal/core";
import { failure } from "@hostseal/core";

/** What the two sides have to agree on (RFC 4253 §7.1). */
export type Negotiated = "key exchange" | "host key type" | "cipher" | "message authentication" | "compression";

const POST_QUANTUM = /^(?:sntrup|mlkem|kyber|frodo|ssh-kyber)/i;
/** Not algorithms but announcements of extensions, listed among the key exchanges. */
const ANNOUNCEMENT = /^(?:ext-info-|kex-strict-|ext-auth-info)/;

/** Whether a server takes no key exchange but post-quantum ones, which the system's ssh knows and we do not. */
export const isPostQuantumOnly = (offered: readonly string[]): boolean =>
  offered.length > 0 && offered.every((name) => POST_QUANTUM.test(name));

const describe = (kind: Negotiated, offered: readonly string[]): string => {
  const names = offered.filter((name) => !ANNOUNCEMENT.test(name));
  if (names.length === 0) return "none";
  const list = names.join(", ");
  if (kind !== "key exchange" || !isPostQuantumOnly(names)) return list;
  return `post-quantum ones only (${list}), which the system's ssh can do`;
};

export const toNothingInCommon = (host: string, kind: Negotiated, offered: readonly string[]): Failure =>
  failure("ssh.nothing-in-common", { host, kind, offered: describe(kind, offered) });
