export {
  type Applied,
  createRootShells,
  type Ending,
  type Gate,
  installOnHost,
  type Installed,
  type InstallWish,
  type Obstacle,
  type Reached,
  readConfigOf,
  type Recovered,
  runProbe,
  runRecovery,
  runTransaction,
} from "./apply/index.ts";
export { type HostFacts, type HostRefusal, hostRefusalInWords } from "./facts/index.ts";
export {
  type HostPlan,
  planInstallation,
  type PlanWish,
  readConfig,
  toTransaction,
  type WebServerConfig,
} from "./plan/index.ts";
export type { Change, Recovery, Transaction } from "./script/index.ts";
export { enrolHostKey, hostKeyFingerprint } from "./host-keys/index.ts";
export {
  authorisedKeyLine,
  describeRootProgram,
  installedProgram,
  PROGRAM_PATH,
  sudoersLine,
} from "./root-program/index.ts";
export { createSshHost, type SshHostSettings } from "./ssh-host/index.ts";
export {
  type Connection,
  createSsh2Transport,
  createSystemSshTransport,
  type HostKeyTrust,
  type Login,
  readHostKey,
  type RemoteShell,
  type ShownHostKey,
  type Ssh2TransportDeps,
  type SshTarget,
  type SystemSshTransportSettings,
  type Transport,
} from "./transport/index.ts";
