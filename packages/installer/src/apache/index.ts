export { parseEnvironmentFile } from "./dump/environment-file.ts";
export { type DumpedInclude, parseIncludeDump } from "./dump/include-dump.ts";
export { type LoadedModule, parseModules } from "./dump/loaded-modules.ts";
export { parseRunConfig, type RunConfig } from "./dump/run-config.ts";
export { parseServerBuild, type ServerBuild, type ServerVersion } from "./dump/server-build.ts";
export { type DumpedHost, type DumpedSet, type DumpPosition, parseVhostDump } from "./dump/vhost-dump.ts";
export type { AddressSet, NamedHost } from "./match/address-set.ts";
export { type MatchedBy, type Question, type Served, whichVirtualHost } from "./match/which-virtual-host.ts";
export type { CertificateWish, Distribution, KeyFamily } from "./plan/certificate-wish.ts";
export type { ModuleStep } from "./plan/module-step.ts";
export { MOZILLA_INTERMEDIATE } from "./plan/mozilla-intermediate.ts";
export { coversHost } from "./plan/covers-host.ts";
export { meant } from "./plan/find-targets.ts";
export { planCertificate, type Planned } from "./plan/plan-certificate.ts";
export { type PlanNote, planNoteInWords } from "./plan/plan-note.ts";
export { type PlanRefusal, planRefusalInWords } from "./plan/plan-refusal.ts";
export type { FileChange } from "./plan/tree-edit.ts";
export {
  type LocationPlan,
  type LocationWish,
  planLocationRemoval,
  planValidationLocation,
  type ValidationFolder,
} from "./plan/validation-location.ts";
export { type ApacheReading, readApache, type ReadApache } from "./read-apache.ts";
export type { ConfigItem, Directive, Section, Word } from "./syntax/config-item.ts";
export { parseApache, type Parsed } from "./syntax/parse-apache.ts";
export { printApache } from "./syntax/print-apache.ts";
export type { SyntaxProblem } from "./syntax/syntax-problem.ts";
export type { ApacheSource } from "./tree/config-source.ts";
export { startDefines } from "./tree/start-defines.ts";
export type { WalkProblem } from "./tree/walk-problem.ts";
export type { CertificatePair, ServerView, Setting, TlsSettings, VirtualHost } from "./vhosts/virtual-host.ts";
