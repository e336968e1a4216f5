import type { NginxServer } from "../servers/nginx-server.ts";
import type { ServerName } from "../servers/server-name.ts";
import { identityOf } from "../servers/read-servers.ts";
import { childrenOf, mainLevel } from "../tree/expand.ts";
import type { NginxTree, Placed } from "../tree/nginx-tree.ts";

const DIRECTIVES = new Set(["ssl_certificate", "ssl_certificate_key"]);
const OTHER_LEVELS = new Set(["stream", "mail"]);

const usesOf = ({ pairs }: NginxServer): readonly Placed[] =>
  pairs.flatMap(({ certificate, key }) => [certificate.placed, ...(key ? [key.placed] : [])]);

/** The servers in which a certificate or key directive takes effect. */
export const usersOf = (servers: readonly NginxServer[], placed: Placed): readonly NginxServer[] => {
  const identity = identityOf(placed);
  return servers.filter((server) => usesOf(server).some((use) => identityOf(use) === identity));
};

/** Whether `stream` or `mail` use the directive too. */
const isUsedOutsideHttp = (tree: NginxTree, placed: Placed): boolean => {
  const identity = identityOf(placed);
  return [...mainLevel(tree)]
    .filter(({ directive }) => OTHER_LEVELS.has(directive.name.text))
    .flatMap((level) => [...childrenOf(tree, level)])
    .flatMap((child) => [child, ...childrenOf(tree, child)])
    .some((use) => DIRECTIVES.has(use.directive.name.text) && identityOf(use) === identity);
};

const isCovered = (name: string, names: readonly string[]): boolean =>
  names.includes(name) || names.includes(`*.${name.slice(name.indexOf(".") + 1)}`);

/** What a server is known by for which a certificate for the names is not valid. */
export const uncoveredNames = (server: NginxServer, names: readonly string[]): readonly ServerName[] => {
  const lower = names.map((name) => name.toLowerCase());
  return server.names.filter((name) => {
    if (name.kind === "exact") return !isCovered(name.name, lower);
    return name.kind !== "below" || !lower.includes(`*.${name.name}`);
  });
};

/** Whether a certificate for the names is valid for all that a server is known by. */
export const isCoveredServer = (server: NginxServer, names: readonly string[]): boolean =>
  uncoveredNames(server, names).length === 0;

export type Neighbours = {
  readonly tree: NginxTree;
  readonly servers: readonly NginxServer[];
  readonly target: NginxServer;
  /** The names of the new certificate. */
  readonly names: readonly string[];
};

/** Whether a directive may be changed for the sake of one server: nobody else uses it, or nobody whom it would not suit. */
export const isFreeToChange = ({ tree, servers, target, names }: Neighbours, placed: Placed): boolean =>
  usersOf(servers, placed).every((user) => user.identity === target.identity || isCoveredServer(user, names)) &&
  !isUsedOutsideHttp(tree, placed);
