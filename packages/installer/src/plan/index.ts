export { findPlainServer, findServer, type FoundServer } from "./find-server.ts";
export type { HostPlan, PlannedFile, PlannedHost } from "./host-plan.ts";
export { type Bundle, judgeCertificate, type Judged, type JudgeWish } from "./judge-certificate.ts";
export { keyTrouble } from "./judge-key.ts";
export { certifiableNames, documentRootOf, listSites } from "./list-sites.ts";
export { inFull, type NginxConfig, readNginxConfig, type ReadConfig } from "./nginx-config.ts";
export { planNginx, type PlanWish } from "./plan-nginx.ts";
export { toTransaction, type TransactionWish } from "./to-transaction.ts";
