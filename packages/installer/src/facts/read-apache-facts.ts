import {
  type ApacheSource,
  parseIncludeDump,
  parseModules,
  parseRunConfig,
  parseServerBuild,
  startDefines,
} from "../apache/index.ts";
import type { ServerCommands } from "../script/index.ts";
import type { ProbeReport, ServerReport } from "./collect-report.ts";
import type { ApacheFacts, HostRefusal } from "./host-facts.ts";
import { parseSockets } from "./listening.ts";
import { blocksOf, firstOf, linesOf, readReload, runningServerOf, textOf } from "./report-words.ts";

const PAIR = /^([^=\s]+)[= ](.*)$/s;

/** Words that hold a name and a value, by the name; the first counts. */
const pairsOf = ({ words }: ServerReport, word: string): ReadonlyMap<string, string> =>
  new Map(
    (words.get(word) ?? []).toReversed().flatMap((text): readonly (readonly [string, string])[] => {
      const [, name, value] = PAIR.exec(text) ?? [];
      return name !== undefined && value !== undefined ? [[name, value]] : [];
    }),
  );

const publicKeysOf = ({ words }: ServerReport): ApacheFacts["publicKeys"] =>
  new Map(
    (words.get("public") ?? []).flatMap((text): readonly (readonly [string, string | undefined])[] => {
      const [, digest, path] = PAIR.exec(text) ?? [];
      return path === undefined ? [] : [[path, digest === "none" ? undefined : digest]];
    }),
  );

const commandsOf = (server: ServerReport): ServerCommands => {
  const test = [firstOf(server.words, "exe") ?? "", ...(server.words.get("argument") ?? []), "-t"];
  return { server: runningServerOf(server), test, reload: readReload(server, "USR1") };
};

/** The lines of a dump are written in the order of its hooks; the main file is the first that was read. */
const sourceOf = (server: ServerReport, dump: string, { realPaths }: ProbeReport): Omit<ApacheSource, "version"> => {
  const files = blocksOf(server, "content");
  const { serverRoot, defines } = parseRunConfig(dump);
  return {
    files,
    links: realPaths,
    configFile: parseIncludeDump(dump)[0]?.path ?? "",
    serverRoot: serverRoot ?? "/",
    modules: parseModules(dump),
    defines: startDefines(defines, files),
    environment: pairsOf(server, "environment"),
  };
};

/** What a running Apache said of itself. */
export const readApacheFacts = (server: ServerReport, report: ProbeReport): ApacheFacts | HostRefusal => {
  if (!server.words.has("green")) return { kind: "red", output: textOf(server, "errors") };
  const build = parseServerBuild(linesOf(server, "build"));
  if (!build) return { kind: "unreadable", what: "what Apache says of its version" };
  const dump = server.blocks.get("dump")?.toString("utf8") ?? "";
  const source: ApacheSource = { ...sourceOf(server, dump, report), version: build.version };
  if (source.configFile === "") return { kind: "unreadable", what: "what Apache prints of its configuration" };
  const available = [...blocksOf(server, "available")].map(([path, bytes]) => [path, bytes.toString("utf8")] as const);
  const sockets = parseSockets(server.words);
  return {
    kind: "apache",
    build,
    source,
    dump,
    serverRoot: source.serverRoot,
    root: source.configFile,
    files: source.files,
    realPaths: report.realPaths,
    listens: sockets.own,
    listensElsewhere: sockets.others,
    commands: commandsOf(server),
    publicKeys: publicKeysOf(server),
    available: new Map(available),
    moduleFolders: pairsOf(server, "module"),
  };
};
