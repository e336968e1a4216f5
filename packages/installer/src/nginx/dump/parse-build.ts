import { posix } from "node:path";
import type { NginxBuild, TlsLibrary, Version } from "./nginx-build.ts";

export type ReadBuild = { readonly kind: "build"; readonly build: NginxBuild } | { readonly kind: "no-build" };

const VERSION_LINE = /^(nginx|openresty|angie|tengine|freenginx) version: ([\w-]+)\/(\d[\w.]*)/gim;
const ORIGINAL = /^nginx$/i;
const TLS_LINE = /^built with (\w+)(?: ([\d.]+))?[^\n(]*(?:\(running with (\w+)(?: ([\d.]+))?)?/im;
const ARGUMENTS_LINE = /^configure arguments: ?(.*)$/m;
/** A word as the shell would read it, with quotes anywhere. */
const SHELL_WORD = /(?:'[^']*'|"(?:\\.|[^"\\])*"|\\.|[^\s'"\\])+/g;
const SHELL_QUOTING = /'([^']*)'|"((?:\\.|[^"\\])*)"|\\(.)/g;

/** The folder that `./configure` takes when it is told none. */
const DEFAULT_PREFIX = "/usr/local/nginx/";

const NAMES: Readonly<Record<string, TlsLibrary["name"]>> = {
  openssl: "openssl",
  libressl: "libressl",
  boringssl: "boringssl",
};

const toVersion = (text: string): Version => text.split(".").map((part) => Number.parseInt(part, 10) || 0);

const unquote = (word: string): string =>
  word.replaceAll(
    SHELL_QUOTING,
    (_, single?: string, double?: string, escaped?: string) =>
      single ?? double?.replaceAll(/\\(["\\$`])/g, "$1") ?? escaped ?? "",
  );

const readTls = (text: string): TlsLibrary | undefined => {
  const [, built, builtVersion, running, runningVersion] = TLS_LINE.exec(text) ?? [];
  const name = running ?? built;
  if (name === undefined) return undefined;
  const version = toVersion((running === undefined ? builtVersion : runningVersion) ?? "0");
  return { name: NAMES[name.toLowerCase()] ?? "other", version };
};

const valueOf = (words: readonly string[], option: string): string | undefined =>
  words.findLast((word) => word.startsWith(`${option}=`))?.slice(option.length + 1);

/** Forks print their own line first, and the one of the nginx they are made from behind it. */
const readVersions = (text: string): Pick<NginxBuild, "flavour" | "version"> | undefined => {
  const lines = [...text.matchAll(VERSION_LINE)];
  const own = lines.find(([, printer = ""]) => !ORIGINAL.test(printer)) ?? lines[0];
  const original = lines.find(([, , name = ""]) => ORIGINAL.test(name)) ?? lines[0];
  if (!own?.[2] || !original?.[3]) return undefined;
  return { flavour: own[2].toLowerCase(), version: toVersion(original[3]) };
};

/** Reads what `nginx -V` wrote. Forks that name no version of nginx give their own (OpenResty counts as nginx does). */
export const parseBuild = (text: string): ReadBuild => {
  const versions = readVersions(text);
  if (!versions) return { kind: "no-build" };
  const words = (ARGUMENTS_LINE.exec(text)?.[1]?.match(SHELL_WORD) ?? []).map(unquote);
  const prefix = (valueOf(words, "--prefix") ?? DEFAULT_PREFIX).replace(/\/+$/, "");
  const confPath = posix.resolve("/", prefix, valueOf(words, "--conf-path") ?? "conf/nginx.conf");
  return { kind: "build", build: { ...versions, tls: readTls(text), prefix, confPath, arguments: words } };
};
