export { installOnHost, type Installed, type InstallWish, proveReturn, type Reached } from "./install-on-host.ts";
export { toObstacleFailure } from "./obstacle-failure.ts";
export { type ConfigWish, readConfigOf, readConfigsOf } from "./read-config-of.ts";
export type { Applied, Ending, Gate, Obstacle } from "./outcome.ts";
export { markShell, type RootShell, sendProgram } from "./root-shell.ts";
export { createRootShells } from "./root-shells.ts";
export { runProbe } from "./run-probe.ts";
export { type Recovered, runRecovery } from "./run-recovery.ts";
export { runTransaction } from "./run-transaction.ts";
