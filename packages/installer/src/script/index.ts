export { type Message, readMessages } from "./message.ts";
export { programParts, WEB_SERVERS } from "./program-parts.ts";
export { PANEL_PATHS } from "./report.ts";
export {
  applyRequest,
  forgetKeyRequest,
  makeKeyRequest,
  payloadOf,
  publishRequest,
  recoverRequest,
  type Recovery,
  type RecoverWish,
  reportRequest,
  type ReportWish,
  type WellKnownFile,
  withdrawRequest,
} from "./requests.ts";
export type { Reload, RunningServer, ServerCommands } from "./server-commands.ts";
export type { Change, Source, Transaction, Watched } from "./transaction.ts";
