import { expandPath, expandTokens } from "./expand.ts";
import type { Tokens } from "./expand.ts";
import { holdsCondition } from "./holds-condition.ts";
import type { ConfigBlock, ConfigReader } from "./read-config-blocks.ts";
import { readConfigBlocks } from "./read-config-blocks.ts";

/** What ssh_config says about one host, as far as it is of use to us; the rest is left aside. */
export type ResolvedHost = {
  readonly address: string;
  readonly port: number;
  readonly user: string;
  /** Key files in the order they are tried; none when none is configured. */
  readonly identityFiles: readonly string[];
  /** A socket, `SSH_AUTH_SOCK` for the one in the environment, or `none`. */
  readonly identityAgent: string | undefined;
  readonly identitiesOnly: boolean;
  /** `[user@]host[:port]`, the outermost first; each to be resolved in turn. */
  readonly proxyJump: readonly string[];
  readonly userKnownHostsFiles: readonly string[];
  /** What stands there and cannot be done without the system's ssh; people are told so. */
  readonly onlySystem: readonly string[];
};

export type ResolveWish = {
  /** As the person names it. */
  readonly host: string;
  /** Read in this order, where the first value counts; a file that is not there says nothing. */
  readonly files: readonly string[];
  readonly reader: ConfigReader;
  /** Who we are, and where our home is. */
  readonly local: { readonly user: string; readonly home: string };
};

type Found = Map<string, readonly string[]>;

const SINGLE: ReadonlySet<string> = new Set([
  "hostname",
  "port",
  "user",
  "identityagent",
  "identitiesonly",
  "proxyjump",
  "proxycommand",
  "userknownhostsfile",
]);

const PROXIES: ReadonlySet<string> = new Set(["proxyjump", "proxycommand"]);

const take = (found: Found, keyword: string, words: readonly string[]): void => {
  if (keyword === "identityfile")
    found.set(keyword, [...new Set([...(found.get(keyword) ?? []), ...words.slice(0, 1)])]);
  else if (PROXIES.has(keyword) && [...PROXIES].some((proxy) => found.has(proxy))) return;
  else if (SINGLE.has(keyword) && !found.has(keyword)) found.set(keyword, words);
};

/** Conditions that only ssh can decide count as not met, and are told. */
const gather = (blocks: readonly ConfigBlock[], original: string, found: Found): readonly string[] =>
  blocks.flatMap(({ condition, lines }) => {
    const host = expandTokens(found.get("hostname")?.[0] ?? original, { h: original });
    const holds = condition === undefined || holdsCondition(condition, { original, host });
    if (holds === undefined) return [`Match ${condition?.words.join(" ")}`];
    if (!holds) return [];
    return lines.flatMap((line) => {
      if ("included" in line) return gather(line.included, original, found);
      take(found, line.keyword, line.words);
      return [];
    });
  });

const DEFAULT_PORT = 22;
const HIGHEST_PORT = 65_535;

const portOf = (text: string | undefined): number => {
  const port = /^\d{1,5}$/.test(text ?? "") ? Number(text) : DEFAULT_PORT;
  return port > 0 && port <= HIGHEST_PORT ? port : DEFAULT_PORT;
};

const DEFAULT_KNOWN_HOSTS = ["~/.ssh/known_hosts", "~/.ssh/known_hosts2"];

const agentOf = (value: string | undefined, tokens: Tokens): string | undefined =>
  value === undefined || value === "none" || value === "SSH_AUTH_SOCK" ? value : expandPath(value, tokens);

const isSet = (value: string | undefined): boolean => value !== undefined && value.toLowerCase() !== "none";

const toResolved = (found: Found, onlySystem: readonly string[], { host, local }: ResolveWish): ResolvedHost => {
  const first = (keyword: string): string | undefined => found.get(keyword)?.[0];
  const address = expandTokens(first("hostname") ?? host, { h: host }).toLowerCase();
  const port = portOf(first("port"));
  const user = first("user") ?? local.user;
  const tokens: Tokens = { n: host, h: address, p: String(port), r: user, u: local.user, d: local.home };
  const jump = first("proxyjump");
  const command = found.get("proxycommand")?.join(" ");
  return {
    address,
    port,
    user,
    identityFiles: (found.get("identityfile") ?? []).filter(isSet).map((path) => expandPath(path, tokens)),
    identityAgent: agentOf(first("identityagent"), tokens),
    identitiesOnly: first("identitiesonly")?.toLowerCase() === "yes",
    proxyJump: isSet(jump) ? (jump ?? "").split(",") : [],
    userKnownHostsFiles: (found.get("userknownhostsfile") ?? DEFAULT_KNOWN_HOSTS)
      .filter(isSet)
      .map((path) => expandPath(path, tokens)),
    onlySystem: isSet(command) ? [...onlySystem, `ProxyCommand ${command ?? ""}`] : onlySystem,
  };
};

/**
 * Finds what ssh_config says about a host (ssh_config(5)): `Host` with wildcards and negation, `Match` by `host`,
 * `originalhost` and `all`, `Include`, and the first value of each keyword. Everything else there is passed over.
 */
export const resolveSshConfig = (wish: ResolveWish): ResolvedHost => {
  const found: Found = new Map();
  const onlySystem = wish.files.flatMap((path) => {
    const folder = path.slice(0, path.lastIndexOf("/"));
    const where = { reader: wish.reader, home: wish.local.home, folder };
    return gather(readConfigBlocks(path, where), wish.host, found);
  });
  return toResolved(found, onlySystem, wish);
};
