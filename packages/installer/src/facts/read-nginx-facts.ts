import { parseBuild, parseDump } from "../nginx/index.ts";
import type { ProbeReport, ServerReport } from "./collect-report.ts";
import type { HostRefusal, NginxFacts } from "./host-facts.ts";
import { parseSockets } from "./listening.ts";
import { firstOf, linesOf, readReload, runningServerOf, textOf } from "./report-words.ts";

/** What a running nginx said of itself. */
export const readNginxFacts = (server: ServerReport, { realPaths }: ProbeReport): NginxFacts | HostRefusal => {
  if (!server.words.has("green")) return { kind: "red", output: textOf(server, "errors") };
  const read = parseBuild(linesOf(server, "build"));
  if (read.kind === "no-build") return { kind: "unreadable", what: "what nginx says of its version" };
  const dump = parseDump(server.blocks.get("dump") ?? Buffer.alloc(0));
  if (dump.kind === "no-dump") return { kind: "unreadable", what: "what nginx prints of its configuration" };
  const [, option] = /(?:^| )-p (\S+)/.exec(firstOf(server.words, "line") ?? "") ?? [];
  const sockets = parseSockets(server.words);
  return {
    kind: "nginx",
    build: read.build,
    prefix: (option ?? read.build.prefix).replace(/\/+$/, ""),
    root: dump.root,
    files: dump.files,
    realPaths,
    listens: sockets.own,
    commands: {
      server: runningServerOf(server),
      test: [...(server.words.get("argument") ?? []), "-t"],
      reload: readReload(server, "HUP"),
    },
  };
};
