import { fromText } from "../../bytes/index.ts";
import { quotedArg } from "../syntax/split-args.ts";
import { holderOf } from "../tree/active.ts";
import type { VirtualHost } from "../vhosts/virtual-host.ts";
import { originRefusal } from "./find-targets.ts";
import { insertFirst, insertLast } from "./insert-lines.ts";
import { type PlanRefusal, planRefusalInWords } from "./plan-refusal.ts";
import { type FileChange, toChanges, type TreeEdit } from "./tree-edit.ts";

/** Below which an authority looks for its file: BR §3.2.2.4.18, or RFC 8555 §8.3. */
export type ValidationFolder = "pki-validation" | "acme-challenge";

/** A folder of files for validation, to be served below one path of a virtual host whatever else that does. */
export type LocationWish = {
  readonly host: VirtualHost;
  readonly folder: ValidationFolder;
  /** The folder on the host in which the files will lie; absolute, and readable for the server. */
  readonly files: string;
  /** By the names of LoadModule. */
  readonly modules: ReadonlySet<string>;
};

export type LocationPlan =
  | { readonly kind: "planned"; readonly changes: readonly FileChange[] }
  | { readonly kind: "refused"; readonly refusal: PlanRefusal; readonly sentence: string };

const BEGIN = "# hostseal domain validation: begin";
const END = "# hostseal domain validation: end";

const pathOf = (folder: ValidationFolder): string => `/.well-known/${folder}`;

const marked = (lines: readonly string[]): readonly string[] => [BEGIN, ...lines, END];

/** `on`: rules count; `free`: there are none, so that one may be added; `off`: there are some, and they shall stay off. */
const rewriting = ({ host, modules }: LocationWish): "on" | "free" | "off" => {
  if (!modules.has("rewrite_module")) return "off";
  const rewrites = host.actives.filter(
    (active) => active.directive.name.startsWith("rewrite") && holderOf(active) === host.own,
  );
  if (rewrites.length === 0) return "free";
  const engine = rewrites.findLast(({ directive }) => directive.name === "rewriteengine");
  return engine?.args[0]?.text.toLowerCase() === "on" ? "on" : "off";
};

/** A rewrite rule is asked before aliases, redirects and proxies; where rewriting is off an alias has to do. */
const firstLines = (wish: LocationWish): readonly string[] => {
  const { folder, files, modules, host } = wish;
  const path = pathOf(folder);
  const isProxied = host.actives.some(({ directive }) => directive.name.startsWith("proxypass"));
  const proxy = modules.has("proxy_module") && isProxied ? [`ProxyPass "${path}" "!"`] : [];
  const state = rewriting(wish);
  if (state === "off") return [...proxy, `Alias "${path}" ${quotedArg(files)}`];
  const rule = `RewriteRule "^${path.replace(".", String.raw`\.`)}/([\\w.-]+)$" ${quotedArg(`${files}/$1`)} [END]`;
  return [...proxy, ...(state === "free" ? ["RewriteEngine On"] : []), rule];
};

/** The last location and the last folder win: nobody has to log in, and no .htaccess is read. */
const lastLines = ({ folder, files }: LocationWish): readonly string[] => [
  `<Location "${pathOf(folder)}">`,
  "    Require all granted",
  "    SetHandler default-handler",
  "</Location>",
  `<Directory ${quotedArg(files)}>`,
  "    AllowOverride None",
  "    Options None",
  "    Require all granted",
  "</Directory>",
];

/** Serves a folder below a path of one virtual host until `planLocationRemoval` takes it out again. */
export const planValidationLocation = (wish: LocationWish): LocationPlan => {
  const refusal = originRefusal(wish.host);
  if (refusal) return { kind: "refused", refusal, sentence: planRefusalInWords(refusal) };
  const edits = [insertFirst(wish.host, marked(firstLines(wish))), insertLast(wish.host, marked(lastLines(wish)))];
  return { kind: "planned", changes: toChanges(edits) };
};

const markedEdits = ({ own }: VirtualHost, files: string): readonly TreeEdit[] => {
  const { file, section } = own;
  const { bytes } = file.source;
  const edits: TreeEdit[] = [];
  let begin: number | undefined;
  for (const { kind, span } of section.items) {
    const text = kind === "comment" ? bytes.toString("latin1", span.start, span.end).trim() : "";
    if (text === BEGIN) begin = span.start;
    if (text !== END || begin === undefined) continue;
    if (bytes.subarray(begin, span.end).includes(fromText(files)))
      edits.push({ file, edit: { at: { start: begin, end: span.end }, bytes: Buffer.alloc(0) } });
    begin = undefined;
  }
  return edits;
};

/**
 * Takes out what `planValidationLocation` put into some hosts for files in a folder, or in any; the bytes are then as
 * before.
 */
export const planLocationRemoval = (hosts: readonly VirtualHost[], files = ""): readonly FileChange[] =>
  toChanges(hosts.flatMap((host) => markedEdits(host, files)));
