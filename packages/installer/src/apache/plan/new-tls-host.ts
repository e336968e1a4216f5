import { fromText, indentAt, lineEndAt, placeAt } from "../../bytes/index.ts";
import { compareVersions } from "../dump/server-build.ts";
import { type AddressSet } from "../match/address-set.ts";
import { winningSet } from "../match/which-virtual-host.ts";
import { quotedArg } from "../syntax/split-args.ts";
import { printAddress } from "../vhosts/host-address.ts";
import type { VirtualHost } from "../vhosts/virtual-host.ts";
import { type CertificateWish, portsOf } from "./certificate-wish.ts";
import type { Part } from "./change-pair.ts";
import type { Target } from "./find-targets.ts";
import { indented } from "./insert-lines.ts";
import { listenLines } from "./listen-lines.ts";
import { intermediateLines } from "./mozilla-intermediate.ts";
import type { PlanNote } from "./plan-note.ts";
import type { PlanRefusal } from "./plan-refusal.ts";
import { isUnsafe, redirectsToHttps, safeBody } from "./safe-body.ts";

const refused = (refusal: PlanRefusal): Part => ({ kind: "refused", refusal });

/** What a site is made of; a host with none of it has nothing to show. */
const CONTENT: ReadonlySet<string> = new Set([
  "documentroot",
  "proxypass",
  "proxypassmatch",
  "alias",
  "aliasmatch",
  "scriptalias",
  "wsgiscriptalias",
  "sethandler",
  "virtualdocumentroot",
]);

const troubleIn = (host: VirtualHost): PlanRefusal | undefined => {
  const { actives, own } = host;
  const included = actives.find((active) => active.file !== own.file && isUnsafe(active, host));
  if (included) return { kind: "unsafe-include", active: included };
  const isContent = actives.some((active) =>
    active.directive.name === "rewriterule" ? !redirectsToHttps(active, host) : CONTENT.has(active.directive.name),
  );
  const isRedirect = actives.some((active) => redirectsToHttps(active, host));
  return isRedirect && !isContent ? { kind: "only-redirects", host } : undefined;
};

type Site = { readonly sets: readonly AddressSet[]; readonly texts: readonly string[] };

/**
 * A new host joins the set that answers for HTTPS now: on an address more exact than that it would hide all others
 * there, on a less exact one it would never be asked.
 */
const placesOf = (wish: CertificateWish, { addresses }: Target): Site | PlanRefusal => {
  const { http, https } = portsOf(wish);
  const sets: AddressSet[] = [];
  const texts = new Set<string>();
  for (const address of addresses) {
    const set = winningSet(wish.reading.sets, address, https);
    if (set && set.port === undefined)
      return { kind: "port-taken", address, because: `the virtual hosts of ${printAddress(set)} take every port` };
    if (set) sets.push(set);
    const plain = winningSet(wish.reading.sets, address, http);
    texts.add(printAddress({ address: (set ?? plain)?.address ?? address, port: https }));
  }
  return { sets, texts: [...texts] };
};

const namesOf = ({ serverName, aliases }: VirtualHost): readonly string[] =>
  [serverName, ...aliases].flatMap((name) => (name === undefined ? [] : [name.toLowerCase()]));

/** Whether no name is said by both, as far as can be seen without matching patterns against patterns. */
const isApart = (host: VirtualHost, { hosts }: AddressSet): boolean => {
  const own = new Set(namesOf(host));
  const others = hosts.flatMap((one) => namesOf(one.host));
  return ![...own, ...others].some((name) => /[*?]/.test(name)) && !others.some((name) => own.has(name));
};

/**
 * The host that the new one has to come behind, so that nobody's default changes, nor who answers for a name that both
 * say. Otherwise it stands beside its twin.
 */
const predecessor = ({ reading }: CertificateWish, { host }: Target, { sets }: Site): VirtualHost => {
  const { hosts } = reading.view;
  const places = sets.flatMap((set) => {
    const before = isApart(host, set) ? set.hosts.slice(0, 1) : set.hosts;
    return before.map((one) => hosts.indexOf(one.host));
  });
  return hosts[Math.max(hosts.indexOf(host), ...places)] ?? host;
};

const mainServerTls = ({ reading }: CertificateWish): boolean =>
  reading.view.serverActives.some(
    ({ directive, args }) => directive.name === "sslengine" && args[0]?.text.toLowerCase() === "on",
  );

const headLines = (wish: CertificateWish, host: VirtualHost): readonly string[] => {
  const name = host.serverName ?? wish.name;
  return [`ServerName ${quotedArg(name)}`];
};

const tlsLines = (wish: CertificateWish): readonly string[] => {
  const { version } = wish.reading.source;
  const chain = compareVersions(version, [2, 4, 8]) < 0;
  return [
    "SSLEngine on",
    `SSLCertificateFile ${quotedArg(wish.certificatePath)}`,
    `SSLCertificateKeyFile ${quotedArg(wish.keyPath)}`,
    ...(chain ? [`SSLCertificateChainFile ${quotedArg(wish.certificatePath)}`] : []),
    ...intermediateLines(version, wish.openssl),
  ];
};

type Draft = { readonly target: Target; readonly site: Site; readonly extra: readonly string[] };

const blockBytes = (wish: CertificateWish, { target, site, extra }: Draft): Buffer => {
  const { host } = target;
  const { section, file } = host.own;
  const { bytes } = file.source;
  const ending = lineEndAt(bytes, section.span.start);
  const outer = indentAt(bytes, section.span.start);
  const around = (lines: readonly string[]): Buffer =>
    fromText(lines.map((line) => `${outer}${line}${ending}`).join(""));
  const inside = (lines: readonly string[]): Buffer => fromText(indented(host, lines));
  const blank = fromText(ending);
  const { pieces } = safeBody(host);
  return Buffer.concat([
    blank,
    around(listenLines(wish.reading.view, target.addresses, portsOf(wish))),
    around([`<VirtualHost ${site.texts.join(" ")}>`]),
    inside(headLines(wish, host)),
    ...pieces.map(({ start, end }) => bytes.subarray(start, end)),
    blank,
    inside([...tlsLines(wish), ...extra]),
    around(["</VirtualHost>"]),
  ]);
};

const notesFor = (wish: CertificateWish, { target, site }: Draft): readonly PlanNote[] => [
  ...safeBody(target.host)
    .leftOut.filter(({ directive }) => directive.name !== "servername")
    .map((active): PlanNote => ({ kind: "left-out", active })),
  ...(site.sets.length === 0 ? [{ kind: "first-on-address", address: site.texts.join(", ") } as const] : []),
  ...listenLines(wish.reading.view, target.addresses, portsOf(wish)).map((line): PlanNote => ({
    kind: "listens-anew",
    address: line.replace("Listen ", ""),
  })),
];

/** A virtual host for HTTPS beside one that speaks plain HTTP: the same names, the same body, our TLS settings. */
export const newTlsHost = (wish: CertificateWish, target: Target, extra: readonly string[]): Part => {
  const trouble = troubleIn(target.host);
  if (trouble) return refused(trouble);
  const site = placesOf(wish, target);
  if ("kind" in site) return refused(site);
  if (site.sets.length === 0 && mainServerTls(wish))
    return refused({ kind: "port-taken", address: site.texts.join(", "), because: "the main server answers with TLS" });
  const before = predecessor(wish, target, site);
  const { file, section } = before.own;
  if (before.origin.kind !== "file") return refused({ kind: "no-place", host: before });
  const draft = { target, site, extra };
  const { bytes } = file.source;
  const isEnded = bytes[section.span.end - 1] === 0x0a;
  const block = blockBytes(wish, draft);
  const put = isEnded ? block : Buffer.concat([fromText(lineEndAt(bytes, section.span.end)), block]);
  const edit = { at: placeAt(section.span.end), bytes: put };
  return { kind: "edits", edits: [{ file, edit }], notes: notesFor(wish, draft) };
};
