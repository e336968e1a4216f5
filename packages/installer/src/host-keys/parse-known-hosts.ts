import type { HostKey } from "./host-key.ts";
import { toHostKey } from "./host-key.ts";
import type { HostPatterns } from "./host-pattern.ts";
import { parseHostPatterns } from "./host-pattern.ts";

/** A line of known_hosts that says something about a key. */
export type KnownHost = {
  readonly marker: "trusted" | "revoked" | "cert-authority";
  readonly hosts: HostPatterns;
  readonly key: HostKey;
};

const MARKERS: Readonly<Record<string, KnownHost["marker"]>> = {
  "@revoked": "revoked",
  "@cert-authority": "cert-authority",
};
const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;

const parseKey = (type: string, encoded: string): HostKey | undefined => {
  if (!BASE64.test(encoded)) return undefined;
  const key = toHostKey(Buffer.from(encoded, "base64"));
  return key?.type === type ? key : undefined;
};

const parseLine = (line: string): KnownHost | undefined => {
  const fields = line.split(/[ \t]+/).filter((field) => field !== "");
  const mark = fields[0]?.startsWith("@") ? fields.shift() : undefined;
  const marker = mark === undefined ? "trusted" : MARKERS[mark];
  const [names, type, encoded] = fields;
  if (marker === undefined || names === undefined || type === undefined || encoded === undefined) return undefined;
  const [hosts, key] = [parseHostPatterns(names), parseKey(type, encoded)];
  return hosts && key ? { marker, hosts, key } : undefined;
};

/**
 * Reads a known_hosts file (sshd(8)). Comments, blank lines and lines that make no sense are passed over, as OpenSSH
 * does: a line that cannot be read vouches for nobody.
 */
export const parseKnownHosts = (text: string): readonly KnownHost[] =>
  text.split(/\r?\n/).flatMap((line) => {
    if (line.trimStart().startsWith("#")) return [];
    const parsed = parseLine(line);
    return parsed ? [parsed] : [];
  });
