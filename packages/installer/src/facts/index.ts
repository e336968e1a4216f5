export { collectReport, type ProbeReport, type ServerReport } from "./collect-report.ts";
export type { FileFacts, HostFacts, HostRefusal, NginxFacts, ReadHost, SystemFacts } from "./host-facts.ts";
export { hostRefusalInWords } from "./host-refusal-in-words.ts";
export { readHost } from "./read-host.ts";
