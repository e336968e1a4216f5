export { enrolHostKey, hostKeyFingerprint } from "./host-keys/index.ts";
export { createSshHost, type SshHostSettings } from "./ssh-host/index.ts";
export {
  type Connection,
  createSsh2Transport,
  createSystemSshTransport,
  type HostKeyTrust,
  type Login,
  type RemoteShell,
  type Ssh2TransportDeps,
  type SshTarget,
  type SystemSshTransportSettings,
  type Transport,
} from "./transport/index.ts";
