export type { HostPlan, PlannedFile, PlannedHost } from "./host-plan.ts";
export { type Bundle, judgeCertificate, type Judged, type JudgeWish } from "./judge-certificate.ts";
export { keyTrouble } from "./judge-key.ts";
export { editedFile, ownFolder } from "./plan-files.ts";
export { planInstallation, type PlanWish } from "./plan-installation.ts";
export { readConfig } from "./read-config.ts";
export { toTransaction, type TransactionWish } from "./to-transaction.ts";
export type {
  ConfigChange,
  ConfigLink,
  FoundSite,
  LocationWish,
  PlannedLocation,
  ReadConfig,
  ValidationFolder,
  WebServerConfig,
} from "./web-server-config.ts";
