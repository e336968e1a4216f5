export { collectReport, type ProbeReport, type ServerReport } from "./collect-report.ts";
export type {
  ApacheFacts,
  FileFacts,
  HostFacts,
  HostRefusal,
  NginxFacts,
  ReadHost,
  SystemFacts,
  WebServerFacts,
} from "./host-facts.ts";
export { hostRefusalInWords } from "./host-refusal-in-words.ts";
export type { Listening } from "./listening.ts";
export { readHost } from "./read-host.ts";
