import { ACCESS_ROWS } from "./access-rows.ts";
import type { CommandRow } from "./command-row.ts";
import { HOSTING_ROWS } from "./hosting-rows.ts";
import { LOOK_ROWS } from "./look-rows.ts";
import { ORDER_ROWS } from "./order-rows.ts";
import { PANEL_ROWS } from "./panel-rows.ts";
import { REMOTE_ROWS } from "./remote-rows.ts";
import { SERVICE_ROWS } from "./service-rows.ts";

/** Every command of `hostseal`. */
export const COMMAND_ROWS: readonly CommandRow[] = [
  ...ORDER_ROWS,
  ...LOOK_ROWS,
  ...HOSTING_ROWS,
  ...PANEL_ROWS,
  ...ACCESS_ROWS,
  ...REMOTE_ROWS,
  ...SERVICE_ROWS,
];
