import { createDirectadminHost, directadminManifest } from "@hostseal/directadmin";
import { createDirectadminDouble, type DirectadminDouble, type Habits } from "@hostseal/panel-doubles/directadmin";
import type { PanelUnderTest } from "./host-panel-subject.ts";

const DOMAINS = 17;

const FEW = { examine: 4, sites: 1 + 2 * DOMAINS, zoneFor: 1, add: 3, remove: 3, siteFor: 1, make: 0, forget: 0 };

/** The most calls each verb takes, as the README of the adapter says: with `/api/domain-tls`, and without. */
const CALLS = {
  current: { ...FEW, installed: 2, plan: 4, apply: 5, commit: 2, rollback: 1, publish: 4, withdraw: 2 },
  older: { ...FEW, installed: 3, plan: 4, apply: 9, commit: 3, rollback: 1, publish: 7, withdraw: 3 },
} as const;

/** DirectAdmin with the habits of one server. */
export const directadminUnderTest = (
  title: string,
  habits: Partial<Habits> = {},
): PanelUnderTest & { openDouble(...of: Parameters<PanelUnderTest["openDouble"]>): Promise<DirectadminDouble> } => ({
  title,
  capabilities: directadminManifest.capabilities,
  openDouble: async (world, { random }) => createDirectadminDouble(world, { random, ...habits }),
  createHost: createDirectadminHost,
  callBounds: CALLS[habits.edition ?? "current"],
  apiShowsKeys: true,
});
