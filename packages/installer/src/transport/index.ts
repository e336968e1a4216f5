export { readHostKey, type ShownHostKey } from "./enrol.ts";
export { createSsh2Transport, type Ssh2TransportDeps } from "./ssh2-transport.ts";
export { createSystemSshTransport, type SystemSshTransportSettings } from "./system-ssh-transport.ts";
export type { Connection, HostKeyTrust, Login, RemoteShell, SshTarget, Transport } from "./transport.ts";
