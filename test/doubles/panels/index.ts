export type { PanelDouble } from "./panel-double.ts";
