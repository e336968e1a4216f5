import { can, type Random } from "@hostseal/core";
import { createVirtualminDouble, type VirtualminHabits } from "@hostseal/panel-doubles/virtualmin";
import type { DemoWorld } from "@hostseal/sandbox";
import { createVirtualminHost } from "@hostseal/virtualmin";
import type { Verb } from "./host-check.ts";
import type { PanelUnderTest } from "./host-panel-subject.ts";

/** As the adapter's README says. */
const callBounds: Readonly<Record<Verb, number>> = {
  examine: 1,
  sites: 1,
  installed: 1,
  plan: 1,
  apply: 4,
  commit: 1,
  rollback: 1,
  zoneFor: 1,
  add: 3,
  remove: 4,
  siteFor: 1,
  publish: 1,
  withdraw: 1,
  make: 1,
  forget: 1,
};

/** Virtualmin with these habits, through its adapter. */
export const virtualminUnderTest = (title: string, habits: VirtualminHabits): PanelUnderTest => ({
  title,
  capabilities: { zone: can, webroot: can, keys: can },
  openDouble: (world: DemoWorld, deps: { readonly random: Random }) => createVirtualminDouble(world, deps, habits),
  createHost: (settings, { http }) =>
    createVirtualminHost(
      { ...settings, ...(habits.as === "master" && { login: "root", services: ["dovecot", "postfix"] }) },
      { http },
    ),
  callBounds,
});
