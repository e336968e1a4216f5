import type { Listen } from "../servers/listen.ts";
import type { NginxServer } from "../servers/nginx-server.ts";
import type { ServerName } from "../servers/server-name.ts";
import type { AddressSet } from "./address-set.ts";

/** One name of one server. */
export type Entry<Name extends ServerName = ServerName> = { readonly server: NginxServer; readonly name: Name };

type PlainName = Extract<ServerName, { readonly name: string }>;
export type PlainEntry = Entry<PlainName>;

/** The names of an address set as nginx hashes them. */
export type NameIndex = {
  readonly exact: ReadonlyMap<string, PlainEntry>;
  /** `*.example.com` and `.example.com`, by `example.com`. */
  readonly heads: ReadonlyMap<string, PlainEntry>;
  /** `www.example.*`, by `www.example`. */
  readonly tails: ReadonlyMap<string, PlainEntry>;
  readonly regexes: readonly Entry<Extract<ServerName, { kind: "regex" }>>[];
  readonly unknown: readonly Entry[];
  /** How each server listens there. */
  readonly listens: ReadonlyMap<NginxServer, Listen>;
  /** Names that nginx passes over with a warning, because another server was first. */
  readonly ignored: readonly PlainEntry[];
};

type Drafts = {
  readonly exact: Map<string, PlainEntry>;
  readonly heads: Map<string, PlainEntry>;
  readonly tails: Map<string, PlainEntry>;
  /** Exact names, and `example.com` of `.example.com` too. */
  readonly taken: Set<string>;
  readonly ignored: PlainEntry[];
};

const claim = (taken: Set<string>, name: string): boolean => taken.size < taken.add(name).size;

const putFirst = (map: Map<string, PlainEntry>, entry: PlainEntry): boolean => {
  if (map.has(entry.name.name)) return false;
  map.set(entry.name.name, entry);
  return true;
};

const add = (drafts: Drafts, entry: PlainEntry): boolean => {
  const { kind, name } = entry.name;
  switch (kind) {
    case "exact":
      return claim(drafts.taken, name) && putFirst(drafts.exact, entry);
    case "at-or-below":
      return claim(drafts.taken, name) && putFirst(drafts.heads, entry);
    case "below":
      return putFirst(drafts.heads, entry);
    case "before":
      return putFirst(drafts.tails, entry);
  }
};

const isPlain = (entry: Entry): entry is PlainEntry => entry.name.kind !== "regex" && entry.name.kind !== "unknown";

/**
 * The names of all servers of a set; the first to claim a name has it (`ngx_http_server_names`, `ngx_hash_add_key`).
 * `.example.com` claims `example.com` as well, and is passed over as a whole when that is taken.
 */
export const indexNames = ({ members }: AddressSet): NameIndex => {
  const entries = members.flatMap(({ server }) => server.names.map((name): Entry => ({ server, name })));
  const drafts: Drafts = { exact: new Map(), heads: new Map(), tails: new Map(), taken: new Set(), ignored: [] };
  for (const entry of entries.filter(isPlain)) if (!add(drafts, entry)) drafts.ignored.push(entry);
  return {
    ...drafts,
    listens: new Map(members.map(({ server, listen }) => [server, listen])),
    regexes: entries.flatMap(({ server, name }) => (name.kind === "regex" ? [{ server, name }] : [])),
    unknown: entries.filter(({ name }) => name.kind === "unknown"),
  };
};
