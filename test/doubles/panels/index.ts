export type { PanelDouble } from "./panel-double.ts";
export { type PanelName, PANELS, type StartedPanel, startPanel } from "./start-panel.ts";
