export { applyScript, payloadOf } from "./apply-script.ts";
export { type Message, readMessages } from "./message.ts";
export { PANEL_PATHS, probeScript, type ProbeWish } from "./probe-script.ts";
export { forgetKeyScript, makeKeyScript } from "./key-scripts.ts";
export { recoverScript, type Recovery, type RecoverWish } from "./recover-script.ts";
export type { Reload, ServerCommands } from "./server-commands.ts";
export type { Change, Source, Transaction, Watched } from "./transaction.ts";
export { publishScript, type WellKnownFile, withdrawScript } from "./well-known-scripts.ts";
