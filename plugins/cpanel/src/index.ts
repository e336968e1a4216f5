export { type CpanelAccount, type CpanelDeps, createCpanelHost } from "./cpanel-host.ts";
export { type CpanelSettings, cpanelSettings } from "./settings.ts";
