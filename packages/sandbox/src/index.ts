export type {
  Authority,
  AuthoritySettings,
  Controls as AuthorityControls,
  Entry,
  Fault,
  FaultPlan,
  Habits as AuthorityHabits,
  Partner,
  ServedFace,
} from "./ca/index.ts";
export { CATALOGUE, createAuthority, createJsonFace, serveJsonFace } from "./ca/index.ts";
export type { VirtualClock, VirtualClockOptions } from "./clock/index.ts";
export { createVirtualClock } from "./clock/index.ts";
export type {
  Account,
  AccountName,
  DemoHostSettings,
  DnsEntry,
  FrontOptions,
  Ground,
  KeyAndChain,
  Letter,
  OutsideView,
  PanelFault,
  PlannedFault,
  PostOffice,
  Resident,
  Sickness,
  SiteHabits,
  World as DemoWorld,
  WorldControls,
  TlsShelf,
  TlsVersion,
  Webspace,
  WorldOptions,
  Zone,
} from "./world/index.ts";
export { createDemoHost, createDemoMailer, startFront, startWorld } from "./world/index.ts";
