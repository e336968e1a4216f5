export { hasModule, isAtLeast, type NginxBuild, type TlsLibrary, type Version } from "./dump/nginx-build.ts";
export { parseBuild, type ReadBuild } from "./dump/parse-build.ts";
export { type Dump, type NginxFiles, parseDump, printDump } from "./dump/parse-dump.ts";
export { type AddressSet, addressSets } from "./match/address-set.ts";
export { answerInWords, matchRefusalInWords } from "./match/answer-in-words.ts";
export type { Choice, MatchRefusal, Reason, ServerAnswer, ServerQuery } from "./match/server-answer.ts";
export { createServerFinder, type ServerFinder, whichServer } from "./match/which-server.ts";
export type { CertificateWish, KeyFamily } from "./plan/certificate-wish.ts";
export { type CertificatePlan, planCertificate } from "./plan/plan-certificate.ts";
export { type PlanNote, planNoteInWords } from "./plan/plan-note.ts";
export { type PlanRefusal, planRefusalInWords } from "./plan/plan-refusal.ts";
export { reloadTree } from "./plan/reload-tree.ts";
export { MOZILLA_INTERMEDIATE } from "./plan/tls-settings.ts";
export { diffOf, type FileChange } from "./plan/tree-edit.ts";
export {
  type LocationPlan,
  type LocationWish,
  planLocationRemoval,
  planValidationLocation,
  type ValidationFolder,
} from "./plan/validation-location.ts";
export type { CertificatePair, Setting } from "./servers/effective-settings.ts";
export type { Listen } from "./servers/listen.ts";
export type { NginxServer } from "./servers/nginx-server.ts";
export type { PanelMark } from "./servers/panel-mark.ts";
export { readServers, type ServersWish } from "./servers/read-servers.ts";
export type { ServerName } from "./servers/server-name.ts";
export type { Block, Directive, Word } from "./syntax/directive.ts";
export { type Parsed, parseNginx } from "./syntax/parse-nginx.ts";
export type { SyntaxProblem } from "./syntax/syntax-problem.ts";
export { includedFiles, type LoadedTree, loadTree, type OrderedFiles, type TreeWish } from "./tree/load-tree.ts";
export type { NginxFile, NginxTree, Placed } from "./tree/nginx-tree.ts";
export { placeInWords } from "./tree/place-in-words.ts";
export { type TreeRefusal, treeRefusalInWords } from "./tree/tree-refusal.ts";
