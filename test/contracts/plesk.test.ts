import { can } from "@hostseal/core";
import { createPleskDouble } from "@hostseal/panel-doubles/plesk";
import { createPleskHost } from "@hostseal/plesk";
import { describe, it, onTestFinished } from "vitest";
import { hostContractFor } from "./host-contract.ts";
import { openPanelSubject, type PanelUnderTest } from "./host-panel-subject.ts";

const plesk: PanelUnderTest = {
  title: "Plesk",
  capabilities: { zone: can, webroot: can, keys: can },
  openDouble: createPleskDouble,
  createHost: createPleskHost,
  callBounds: {
    examine: 1,
    sites: 3,
    installed: 1,
    plan: 1,
    apply: 2,
    commit: 2,
    rollback: 2,
    zoneFor: 1,
    add: 3,
    remove: 3,
    siteFor: 3,
    publish: 1,
    withdraw: 1,
    make: 1,
    forget: 1,
  },
};

describe("Plesk", () => {
  it.for(hostContractFor(plesk.capabilities))("$name", async (check, { annotate }) => {
    const subject = await openPanelSubject(plesk);
    onTestFinished(async () => subject.close());
    const measured = await check.run(subject);
    if (measured) await annotate(measured);
  });
});
