import { createServerFinder } from "../match/which-server.ts";
import { coversPort } from "../servers/listen.ts";
import type { NginxServer } from "../servers/nginx-server.ts";
import { childrenOf } from "../tree/expand.ts";
import type { Placed } from "../tree/nginx-tree.ts";
import type { CertificateWish } from "./certificate-wish.ts";
import { insertLines } from "./insert-lines.ts";
import { lastOwn } from "./own-block.ts";
import { type Part, part } from "./part.ts";
import { HTTP_PORT } from "./tls-addresses.ts";

const TO_HTTPS = /^https:\/\//;
const REDIRECT = ["if ($scheme = http) {", "    return 301 https://$host$request_uri;", "}"];

const plainServer = ({ target, servers }: CertificateWish, name: string): NginxServer | undefined => {
  if (target.listens.some((listen) => coversPort(listen, HTTP_PORT) && !listen.isSsl)) return target;
  const answer = createServerFinder(servers)({ name, port: HTTP_PORT, tls: false });
  return answer.kind === "served" && answer.reason.kind === "name" ? answer.server : undefined;
};

const leadsToHttps = ({ directive: { name, args } }: Placed): boolean =>
  (name.text === "return" || name.text === "rewrite") && args.some(({ text }) => TO_HTTPS.test(text));

/** What sends requests to HTTPS already: a `return` or `rewrite` of the whole server, maybe under a condition. */
const existingRedirect = ({ tree }: CertificateWish, { placed }: NginxServer): Placed | undefined =>
  [...childrenOf(tree, placed)]
    .flatMap((child) => (child.directive.name.text === "if" ? [...childrenOf(tree, child)] : [child]))
    .find(leadsToHttps);

/** Sends plain HTTP to HTTPS where the name is served in plain now; a redirect that is there is left as it is. */
export const planRedirect = (wish: CertificateWish): Part => {
  const [name = ""] = wish.names;
  const server = plainServer(wish, name);
  if (!server) return part([], [{ kind: "no-plain-server", name }]);
  const existing = existingRedirect(wish, server);
  if (existing) return part([], [{ kind: "redirect-exists", placed: existing }]);
  return part([insertLines(server, lastOwn(server, "server_name", "listen"), REDIRECT)]);
};
