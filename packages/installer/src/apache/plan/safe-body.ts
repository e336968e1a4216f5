import type { Span } from "../../bytes/index.ts";
import type { ConfigItem } from "../syntax/config-item.ts";
import type { Active } from "../tree/active.ts";
import type { VirtualHost } from "../vhosts/virtual-host.ts";

/** Can stand only once in a server, or only outside of a virtual host. */
const ONCE: ReadonlySet<string> = new Set([
  "wsgidaemonprocess",
  "wsgiimportscript",
  "fastcgiserver",
  "fastcgiexternalserver",
  "listen",
  "define",
  "undefine",
  "logformat",
  "mdomain",
  "servername",
]);

const LOGS: ReadonlySet<string> = new Set(["customlog", "errorlog", "transferlog", "globallog"]);
const REDIRECTS: ReadonlySet<string> = new Set(["redirect", "redirectmatch", "redirectpermanent", "redirecttemp"]);
const HTTPS_TARGET = /^https:\/\/([^/]*)/i;
const SAME_HOST = /^%\{(?:HTTP_HOST|SERVER_NAME)\}|^[$%]\d/i;

const isOwnHost = (target: string, { serverName, aliases }: VirtualHost): boolean => {
  const found = HTTPS_TARGET.exec(target)?.[1]?.replace(/:443$/, "").toLowerCase();
  if (found === undefined) return false;
  return SAME_HOST.test(found) || [serverName, ...aliases].some((name) => name?.toLowerCase() === found);
};

/** Whether a directive sends visitors of the host to the same host over HTTPS, where they would be sent in a circle. */
export const redirectsToHttps = ({ directive, args }: Active, host: VirtualHost): boolean => {
  if (REDIRECTS.has(directive.name)) return args.some(({ text }) => isOwnHost(text, host));
  return directive.name === "rewriterule" && isOwnHost(args[1]?.text ?? "", host);
};

const isPiped = ({ directive, args }: Active): boolean =>
  LOGS.has(directive.name) && args[0]?.text.startsWith("|") === true;

/** Whether a directive may not be repeated in a second virtual host for the same site. */
export const isUnsafe = (active: Active, host: VirtualHost): boolean =>
  ONCE.has(active.directive.name) ||
  active.directive.name.startsWith("ssl") ||
  isPiped(active) ||
  redirectsToHttps(active, host);

/** The part of a virtual host that can stand in another one, and what was left out of it. */
export type SafeBody = { readonly pieces: readonly Span[]; readonly leftOut: readonly Active[] };

type Cut = {
  readonly byStart: ReadonlyMap<number, Active>;
  readonly host: VirtualHost;
  readonly pieces: Span[];
  readonly leftOut: Active[];
};

/** Conditions belong to the next rule: they go where that goes. */
const takeItems = (cut: Cut, items: readonly ConfigItem[]): void => {
  let waiting: Span[] = [];
  for (const item of items) {
    const active = cut.byStart.get(item.span.start);
    const isUnsafeItem = item.kind === "directive" && active !== undefined && isUnsafe(active, cut.host);
    if (item.kind === "directive" && item.name === "rewritecond") {
      waiting.push(item.span);
      continue;
    }
    if (isUnsafeItem) cut.leftOut.push(active);
    else cut.pieces.push(...waiting);
    waiting = [];
    if (item.kind === "section") takeSection(cut, item);
    else if (!isUnsafeItem) cut.pieces.push(item.span);
  }
  cut.pieces.push(...waiting);
};

function takeSection(cut: Cut, section: Extract<ConfigItem, { kind: "section" }>): void {
  cut.pieces.push(section.opener.span);
  takeItems(cut, section.items);
  cut.pieces.push({ start: section.inner.end, end: section.span.end });
}

/** Takes the body of a virtual host, line by line, without what must not stand in two. */
export const safeBody = (host: VirtualHost): SafeBody => {
  const own = host.actives.filter(({ file }) => file === host.own.file);
  const byStart = new Map(own.map((active) => [active.directive.span.start, active]));
  const cut: Cut = { byStart, host, pieces: [], leftOut: [] };
  takeItems(cut, host.own.section.items);
  return { pieces: cut.pieces, leftOut: cut.leftOut };
};
