import { childrenNamed, mainLevel } from "../tree/expand.ts";
import type { NginxTree, Placed } from "../tree/nginx-tree.ts";
import { effective, type Level, levelOf, pairsOf } from "./effective-settings.ts";
import type { Listen } from "./listen.ts";
import type { NginxServer } from "./nginx-server.ts";
import { panelMark } from "./panel-mark.ts";
import { defaultListen, readListen } from "./read-listen.ts";
import { readServerName, type ServerName } from "./server-name.ts";

export type ServersWish = {
  readonly tree: NginxTree;
  /** What `$hostname` stands for: the machine's own name. */
  readonly hostname?: string;
  /** Where a server without `listen` listens: 80, or 8000 when nginx was not started by root. */
  readonly portWithoutListen?: number;
};

const PORT_OF_ROOT = 80;

/** A server that listens only on Unix sockets listens nowhere else. */
const listensOf = (level: Level, portWithoutListen = PORT_OF_ROOT): readonly Listen[] => {
  const said = level.get("listen");
  return said ? said.flatMap((placed) => readListen(placed) ?? []) : [defaultListen(portWithoutListen)];
};

const namesOf = (level: Level, hostname?: string): readonly ServerName[] => {
  const said = (level.get("server_name") ?? []).flatMap(({ directive }) => directive.args);
  return said.length === 0 ? [readServerName("")] : said.map(({ text }) => readServerName(text, hostname));
};

/** Equal for the same directive seen through different includes or paths. */
export const identityOf = ({ file, directive }: Placed): string => `${file.identity}@${directive.span.start}`;

type Around = ServersWish & { readonly http: Placed; readonly httpLevel: Level };

const readServer = ({ tree, hostname, portWithoutListen, http, httpLevel }: Around, placed: Placed): NginxServer => {
  const level = levelOf(tree, placed);
  const levels = { server: level, http: httpLevel };
  return {
    identity: identityOf(placed),
    placed,
    http,
    listens: listensOf(level, portWithoutListen),
    names: namesOf(level, hostname),
    pairs: pairsOf(levels),
    levels,
    root: effective(levels, "root")[0]?.value,
    panel: panelMark(placed.file),
  };
};

const mainNamed = (tree: NginxTree, name: string): readonly Placed[] =>
  [...mainLevel(tree)].filter(({ directive }) => directive.name.text === name);

/** Every server block of every `http` block, in the order in which nginx meets them. */
export const readServers = (wish: ServersWish): readonly NginxServer[] =>
  mainNamed(wish.tree, "http").flatMap((http) => {
    const around = { ...wish, http, httpLevel: levelOf(wish.tree, http) };
    return (around.httpLevel.get("server") ?? []).map((placed) => readServer(around, placed));
  });

/** What `stream` listens on: ports that are not free for `http`. */
export const streamListens = (tree: NginxTree): readonly Listen[] =>
  mainNamed(tree, "stream")
    .flatMap((stream) => childrenNamed(tree, stream, "server"))
    .flatMap((server) => childrenNamed(tree, server, "listen"))
    .flatMap((placed) => readListen(placed) ?? []);
