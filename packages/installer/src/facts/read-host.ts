import { parseBuild, parseDump } from "../nginx/index.ts";
import { PANEL_PATHS, type Reload } from "../script/index.ts";
import type { ProbeReport, ServerReport } from "./collect-report.ts";
import type { HostFacts, HostRefusal, NginxFacts, ReadHost, SystemFacts } from "./host-facts.ts";

const CERTIFICATE = "certificate ";
const SELINUX = ["Enforcing", "Permissive", "Disabled"] as const;

const refuse = (because: HostRefusal): ReadHost => ({ kind: "refused", because });

const first = (words: ReadonlyMap<string, readonly string[]>, word: string): string | undefined => words.get(word)?.[0];

const readSystem = ({ words, os }: ProbeReport): SystemFacts => ({
  kernel: first(words, "kernel") ?? "",
  hostname: first(words, "hostname") ?? "",
  distribution: /^ID="?([\w.-]+)/m.exec(os)?.[1],
  selinux: SELINUX.find((state) => state === first(words, "selinux")),
  tools: new Set(words.get("tool")),
});

/** By the init system that owns it, or else straight to the master. */
const readReload = ({ words }: ServerReport): Reload => {
  const [unit, service] = [first(words, "unit"), first(words, "service")];
  if (unit !== undefined) return { kind: "command", argv: ["systemctl", "reload", unit] };
  if (service !== undefined) return { kind: "command", argv: ["rc-service", service, "reload"] };
  return { kind: "signal", signal: "HUP", exe: first(words, "exe") ?? "", commandLine: first(words, "line") ?? "" };
};

const text = (server: ServerReport, title: string): string => server.blocks.get(title)?.toString("utf8").trim() ?? "";

const readNginx = (server: ServerReport, realPaths: ProbeReport["realPaths"]): NginxFacts | HostRefusal => {
  if (server.words.has("container")) return { kind: "in-container" };
  if (!server.words.has("green")) return { kind: "red", output: text(server, "errors") };
  const read = parseBuild(text(server, "build"));
  if (read.kind === "no-build") return { kind: "unreadable", what: "what nginx says of its version" };
  const dump = parseDump(server.blocks.get("dump") ?? Buffer.alloc(0));
  if (dump.kind === "no-dump") return { kind: "unreadable", what: "what nginx prints of its configuration" };
  const commands = { test: [...(server.words.get("argument") ?? []), "-t"], reload: readReload(server) };
  const [, option] = /(?:^| )-p (\S+)/.exec(first(server.words, "line") ?? "") ?? [];
  const prefix = (option ?? read.build.prefix).replace(/\/+$/, "");
  return { kind: "nginx", build: read.build, prefix, root: dump.root, files: dump.files, realPaths, commands };
};

const readCertificates = ({ blocks }: ServerReport): ReadonlyMap<string, string> =>
  new Map(
    [...blocks].flatMap(([title, bytes]): readonly (readonly [string, string])[] =>
      title.startsWith(CERTIFICATE) ? [[title.slice(CERTIFICATE.length), bytes.toString("latin1")]] : [],
    ),
  );

/** The one server that is meant, or why there is none. */
const chooseServer = ({ servers }: ProbeReport): ServerReport | HostRefusal => {
  const nginx = servers.filter(({ kind }) => kind === "nginx");
  if (nginx.length > 1) return { kind: "several", commandLines: nginx.map(({ words }) => first(words, "line") ?? "") };
  return nginx[0] ?? (servers.length > 0 ? { kind: "apache" } : { kind: "not-running" });
};

/** What the probe found, as facts to plan with, or why nothing can be installed there. */
export const readHost = (report: ProbeReport): ReadHost => {
  if (!report.isWhole) return refuse({ kind: "unanswered" });
  const system = readSystem(report);
  if (system.kernel !== "Linux") return refuse({ kind: "unsupported-system", kernel: system.kernel });
  const panel = first(report.words, "panel");
  if (panel !== undefined) return refuse({ kind: "panel", panel: PANEL_PATHS[panel] ?? panel });
  if (first(report.words, "user") !== "0") return refuse({ kind: "not-root" });
  const chosen = chooseServer(report);
  if (!("words" in chosen)) return refuse(chosen);
  const server = readNginx(chosen, report.realPaths);
  if (server.kind !== "nginx") return refuse(server);
  const facts: HostFacts = { system, server, fileFacts: report.fileFacts, certificates: readCertificates(chosen) };
  return { kind: "facts", facts };
};
