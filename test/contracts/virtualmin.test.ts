import type { Random } from "@hostseal/core";
import { can } from "@hostseal/core";
import { createVirtualminDouble, type VirtualminHabits } from "@hostseal/panel-doubles/virtualmin";
import { createVirtualminHost } from "@hostseal/virtualmin";
import type { DemoWorld } from "@hostseal/sandbox";
import { describe, it, onTestFinished } from "vitest";
import type { Verb } from "./host-check.ts";
import { hostContractFor } from "./host-contract.ts";
import { openPanelSubject, type PanelUnderTest } from "./host-panel-subject.ts";

/** As the adapter's README says; `apply` takes three, two more where TLS is turned on, one more for services. */
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

const under = (title: string, habits: VirtualminHabits): PanelUnderTest => ({
  title,
  capabilities: { zone: can, webroot: can, keys: can },
  openDouble: (world: DemoWorld, deps: { readonly random: Random }) => createVirtualminDouble(world, deps, habits),
  createHost: (settings, { http }) =>
    createVirtualminHost({ ...settings, ...(habits.as === "master" && { login: "root" }) }, { http }),
  callBounds,
});

const panels = [
  under("Virtualmin, as the owner of the sites", { as: "owner" }),
  under("Virtualmin, as its administrator", { as: "master" }),
];

describe.each(panels)("$title", (panel) => {
  it.for(hostContractFor(panel.capabilities))("$name", async (check, { annotate }) => {
    const subject = await openPanelSubject(panel);
    onTestFinished(async () => subject.close());
    const measured = await check.run(subject);
    if (measured) await annotate(measured);
  });
});
