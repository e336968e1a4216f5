export { createCpanelDouble, type CpanelDouble, type CpanelDoubleDeps } from "./cpanel-double.ts";
