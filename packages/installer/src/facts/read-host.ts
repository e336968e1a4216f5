import { PANEL_PATHS } from "../script/index.ts";
import { chooseServers } from "./choose-servers.ts";
import type { ProbeReport, ServerReport } from "./collect-report.ts";
import type { HostFacts, HostRefusal, ReadHost, SystemFacts, WebServerFacts } from "./host-facts.ts";
import { readApacheFacts } from "./read-apache-facts.ts";
import { readNginxFacts } from "./read-nginx-facts.ts";
import { firstOf } from "./report-words.ts";

const SELINUX = ["Enforcing", "Permissive", "Disabled"] as const;

const refuse = (because: HostRefusal): ReadHost => ({ kind: "refused", because });

const readSystem = ({ words }: ProbeReport): SystemFacts => ({
  kernel: firstOf(words, "kernel") ?? "",
  hostname: firstOf(words, "hostname") ?? "",
  distribution: /^["']?([\w.-]+)/.exec(firstOf(words, "distribution") ?? "")?.[1],
  selinux: SELINUX.find((state) => state === firstOf(words, "selinux")),
  tools: new Set(words.get("tool")),
});

const readServer = (server: ServerReport, report: ProbeReport): WebServerFacts | HostRefusal =>
  server.kind === "nginx" ? readNginxFacts(server, report) : readApacheFacts(server, report);

const isFacts = (read: WebServerFacts | HostRefusal): read is WebServerFacts => "commands" in read;

/** Why nothing at all can be installed there, whatever runs. */
const obstacle = ({ isWhole, words }: ProbeReport): HostRefusal | undefined => {
  if (!isWhole) return { kind: "unanswered" };
  const kernel = firstOf(words, "kernel") ?? "";
  if (kernel !== "Linux") return { kind: "unsupported-system", kernel };
  const panel = firstOf(words, "panel");
  if (panel !== undefined) return { kind: "panel", panel: PANEL_PATHS[panel] ?? panel };
  return firstOf(words, "user") === "0" ? undefined : { kind: "not-root" };
};

/** What the probe found, as facts to plan with, or why nothing can be installed there. */
export const readHost = (report: ProbeReport): ReadHost => {
  const trouble = obstacle(report);
  if (trouble) return refuse(trouble);
  const chosen = chooseServers(report);
  if (chosen.kind === "refused") return chosen;
  const system = readSystem(report);
  const found: HostFacts[] = [];
  for (const one of [chosen.first, ...chosen.others]) {
    const server = readServer(one, report);
    if (!isFacts(server)) return refuse(server);
    found.push({ system, server, fileFacts: report.fileFacts, certificates: one.certificates });
  }
  const [facts, ...others] = found;
  return facts ? { kind: "facts", facts, others } : refuse({ kind: "not-running" });
};
