export {
  installOnHost,
  type Installed,
  type InstallWish,
  proveReturn,
  type Reached,
  readConfigOf,
} from "./install-on-host.ts";
export { newMarker } from "./new-marker.ts";
export { openRootShell } from "./open-root-shell.ts";
export type { Applied, Ending, Gate, Obstacle } from "./outcome.ts";
export { runProbe } from "./run-probe.ts";
export { type Recovered, runRecovery } from "./run-recovery.ts";
export { runTransaction } from "./run-transaction.ts";
