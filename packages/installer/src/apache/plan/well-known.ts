import { quotedArg } from "../syntax/split-args.ts";
import type { VirtualHost } from "../vhosts/virtual-host.ts";
import { originRefusal } from "./find-targets.ts";
import { insertFirst, insertLast } from "./insert-lines.ts";
import { type PlanRefusal, planRefusalInWords } from "./plan-refusal.ts";
import { type FileChange, toChanges, type TreeEdit } from "./tree-edit.ts";

/** A folder of files for validation, to be served below one path of a virtual host whatever else that does. */
export type WellKnownWish = {
  readonly host: VirtualHost;
  readonly path: "/.well-known/pki-validation" | "/.well-known/acme-challenge";
  /** Absolute; readable for the server. */
  readonly folder: string;
  /** By the names of LoadModule. */
  readonly modules: ReadonlySet<string>;
};

export type WellKnownPlan =
  | { readonly kind: "planned"; readonly changes: readonly FileChange[] }
  | { readonly kind: "refused"; readonly refusal: PlanRefusal; readonly sentence: string };

const BEGIN = "# Hostseal: files for validation, begin";
const END = "# Hostseal: files for validation, end";

const marked = (lines: readonly string[]): readonly string[] => [BEGIN, ...lines, END];

/** `on`: rules count; `free`: there are none, so that one may be added; `off`: there are some, and they shall stay off. */
const rewriting = ({ host, modules }: WellKnownWish): "on" | "free" | "off" => {
  if (!modules.has("rewrite_module")) return "off";
  const engine = host.actives.findLast(({ directive }) => directive.name === "rewriteengine");
  if (engine?.args[0]?.text.toLowerCase() === "on") return "on";
  return engine || host.actives.some(({ directive }) => directive.name.startsWith("rewrite")) ? "off" : "free";
};

/** A rewrite rule is asked before aliases, redirects and proxies; where rewriting is off an alias has to do. */
const firstLines = (wish: WellKnownWish): readonly string[] => {
  const { path, folder, modules, host } = wish;
  const isProxied = host.actives.some(({ directive }) => directive.name.startsWith("proxypass"));
  const proxy = modules.has("proxy_module") && isProxied ? [`ProxyPass "${path}" "!"`] : [];
  const state = rewriting(wish);
  if (state === "off") return [...proxy, `Alias "${path}" ${quotedArg(folder)}`];
  const rule = `RewriteRule "^${path.replace(".", String.raw`\.`)}/([\\w.-]+)$" ${quotedArg(`${folder}/$1`)} [END]`;
  return [...proxy, ...(state === "free" ? ["RewriteEngine On"] : []), rule];
};

/** The last location and the last folder win: nobody has to log in, and no .htaccess is read. */
const lastLines = ({ path, folder }: WellKnownWish): readonly string[] => [
  `<Location "${path}">`,
  "    Require all granted",
  "    SetHandler default-handler",
  "</Location>",
  `<Directory ${quotedArg(folder)}>`,
  "    AllowOverride None",
  "    Options None",
  "    Require all granted",
  "</Directory>",
];

/** Serves a folder below a path of one virtual host until `planWellKnownRemoval` takes it out again. */
export const planWellKnown = (wish: WellKnownWish): WellKnownPlan => {
  const refusal = originRefusal(wish.host);
  if (refusal) return { kind: "refused", refusal, sentence: planRefusalInWords(refusal) };
  const edits = [insertFirst(wish.host, marked(firstLines(wish))), insertLast(wish.host, marked(lastLines(wish)))];
  return { kind: "planned", changes: toChanges(edits) };
};

const markedEdits = ({ own }: VirtualHost): readonly TreeEdit[] => {
  const { file, section } = own;
  const { bytes } = file.source;
  const edits: TreeEdit[] = [];
  let begin: number | undefined;
  for (const { kind, span } of section.items) {
    const text = kind === "comment" ? bytes.toString("latin1", span.start, span.end).trim() : "";
    if (text === BEGIN) begin = span.start;
    if (text !== END || begin === undefined) continue;
    edits.push({ file, edit: { at: { start: begin, end: span.end }, bytes: Buffer.alloc(0) } });
    begin = undefined;
  }
  return edits;
};

/** Takes out what `planWellKnown` put in; the bytes are then as before. */
export const planWellKnownRemoval = (host: VirtualHost): readonly FileChange[] => toChanges(markedEdits(host));
