export { createCarelessDouble } from "./careless-double.ts";
export { createCpanelDouble, type CpanelDouble, type CpanelDoubleDeps } from "./cpanel-double.ts";
