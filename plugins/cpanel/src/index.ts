export { type CpanelAccount, type CpanelDeps, createCpanelHost } from "./cpanel-host.ts";
export { createIntegrationLinks, type IntegrationLinks, type LinkSettings } from "./links/integration-links.ts";
export { type CpanelSettings, cpanelSettings } from "./settings.ts";
