import { createCpanelHost } from "@hostseal/cpanel";
import { createCpanelDouble } from "@hostseal/panel-doubles/cpanel";
import { can } from "@hostseal/core";
import { describe, it, onTestFinished } from "vitest";
import { hostContractFor } from "./host-contract.ts";
import { openPanelSubject, type PanelUnderTest } from "./host-panel-subject.ts";

const capabilities = { zone: can, webroot: can, keys: can };

/** As the README of the plugin says. */
const callBounds: PanelUnderTest["callBounds"] = {
  examine: 4,
  sites: 1,
  installed: 2,
  plan: 4,
  apply: 5,
  commit: 1,
  rollback: 9,
  zoneFor: 1,
  add: 3,
  remove: 3,
  siteFor: 1,
  publish: 3,
  withdraw: 4,
  make: 3,
  forget: 2,
};

const cpanel: PanelUnderTest = {
  title: "cPanel & WHM",
  capabilities,
  openDouble: createCpanelDouble,
  createHost: createCpanelHost,
  callBounds,
  apiShowsKeys: true,
};

describe("cPanel & WHM", () => {
  it.for(hostContractFor(capabilities))("$name", async (check, { annotate }) => {
    const subject = await openPanelSubject(cpanel);
    onTestFinished(async () => subject.close());
    const measured = await check.run(subject);
    if (measured) await annotate(measured);
  });
});
