import { createHmac, timingSafeEqual } from "node:crypto";

/** The hosts a line of known_hosts is about (sshd(8), SSH_KNOWN_HOSTS FILE FORMAT). */
export type HostPatterns =
  | { readonly kind: "plain"; readonly patterns: readonly string[] }
  | { readonly kind: "hashed"; readonly salt: Uint8Array; readonly digest: Uint8Array };

const HASH_MARK = "|1|";
const SHA1_BYTES = 20;
const DEFAULT_PORT = 22;

/** How known_hosts writes a host: alone on port 22, else `[host]:port`. Always in lower case. */
export const knownHostName = (host: string, port: number): string => {
  const name = host.toLowerCase();
  return port === DEFAULT_PORT ? name : `[${name}]:${port}`;
};

const parseHashed = (field: string): HostPatterns | undefined => {
  const [salt, digest, ...rest] = field.slice(HASH_MARK.length).split("|");
  if (salt === undefined || digest === undefined || rest.length > 0) return undefined;
  const [saltBytes, digestBytes] = [Buffer.from(salt, "base64"), Buffer.from(digest, "base64")];
  if (saltBytes.length !== SHA1_BYTES || digestBytes.length !== SHA1_BYTES) return undefined;
  return { kind: "hashed", salt: saltBytes, digest: digestBytes };
};

/** The first field of a line; nothing when it is a damaged hash. */
export const parseHostPatterns = (field: string): HostPatterns | undefined => {
  if (field.startsWith("|")) return field.startsWith(HASH_MARK) ? parseHashed(field) : undefined;
  return { kind: "plain", patterns: field.toLowerCase().split(",") };
};

const hashHostName = (name: string, salt: Uint8Array): Uint8Array => createHmac("sha1", salt).update(name).digest();

/** One hashed name as it stands in the file. `salt` is 20 random bytes. */
export const toHashedField = (name: string, salt: Uint8Array): string =>
  `${HASH_MARK}${Buffer.from(salt).toString("base64")}|${Buffer.from(hashHostName(name, salt)).toString("base64")}`;

/** `*` and `?` stand for characters, as in OpenSSH; linear in pattern times name, whatever the pattern is. */
export const matchesGlob = (pattern: string, name: string): boolean => {
  let [at, star, resume] = [0, -1, 0];
  let position = 0;
  while (position < name.length) {
    if (pattern[at] === "*") {
      [star, resume] = [at, position];
      at += 1;
    } else if (at < pattern.length && (pattern[at] === "?" || pattern[at] === name[position])) {
      at += 1;
      position += 1;
    } else if (star >= 0) {
      resume += 1;
      [at, position] = [star + 1, resume];
    } else return false;
  }
  return /^\**$/.test(pattern.slice(at));
};

/** A list matches when a pattern does and no negated one does. */
export const matchesPatternList = (patterns: readonly string[], name: string): boolean => {
  const matching = patterns.filter((pattern) => matchesGlob(pattern.replace(/^!/, ""), name));
  return matching.length > 0 && !matching.some((pattern) => pattern.startsWith("!"));
};

/** `name` as `knownHostName` gives it. */
export const matchesHost = (hosts: HostPatterns, name: string): boolean =>
  hosts.kind === "plain"
    ? matchesPatternList(hosts.patterns, name)
    : timingSafeEqual(hashHostName(name, hosts.salt), hosts.digest);
