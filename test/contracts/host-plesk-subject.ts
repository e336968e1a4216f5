import { can } from "@hostseal/core";
import { createPleskDouble, type PleskDouble, type PleskHabits } from "@hostseal/panel-doubles/plesk";
import { createPleskHost } from "@hostseal/plesk";
import type { PanelUnderTest } from "./host-panel-subject.ts";

/** Plesk with habits of its own, and with the credential that is wanted; the administrator's when none is. */
export const pleskWith = (
  habits: PleskHabits = {},
  credentialOf: (double: PleskDouble) => PleskDouble["credential"] = ({ credential }) => credential,
): PanelUnderTest => ({
  title: "Plesk",
  capabilities: { zone: can, webroot: can, keys: can },
  openDouble: (world, deps) => {
    const double = createPleskDouble(world, deps, habits);
    return { ...double, credential: credentialOf(double) };
  },
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
    add: 2,
    remove: 3,
    siteFor: 3,
    publish: 1,
    withdraw: 1,
    make: 1,
    forget: 1,
  },
});
