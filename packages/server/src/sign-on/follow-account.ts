import { type Caller, type Command, type CustomerId, runCommand, everyOrder } from "@hostseal/core";
import type { AccountEvent } from "@hostseal/sign-on";
import type { Pilot } from "../pilot/pilot.ts";
import type { ConnectedPanel, ServerSettings } from "../server-settings.ts";
import type { ServerWorld } from "../server-world.ts";

/** What became of an account, as its panel's server tells (docs/sign-on.md). */
export type AccountChange = {
  readonly panel: ConnectedPanel;
  readonly server: string;
  readonly account: string;
  readonly event: AccountEvent;
};

const commandFor = ({ panel, account, event }: AccountChange): Command | undefined => {
  switch (event.kind) {
    case "created":
      return undefined;
    case "suspended":
      return { kind: "hold", because: "account-suspended" };
    case "removed":
      return { kind: "hold", because: "account-removed" };
    case "resumed":
      return { kind: "release" };
    case "renamed": {
      const customer = panel.customerOf(event.to);
      return customer && { kind: "move", customer, from: panel.hostOf(account), to: panel.hostOf(event.to) };
    }
  }
};

type Parts = { readonly world: ServerWorld; readonly settings: ServerSettings; readonly pilot: Pilot };

/** Carries a change of an account into all its orders; the same change again changes nothing. */
export const createFollowAccount = ({ world, settings, pilot }: Parts) => {
  const callerFor = (customer: CustomerId, server: string): Caller => ({
    scope: { kind: "customer", partner: settings.partner, customer },
    by: `the panel of ${server}`,
  });
  return async (change: AccountChange): Promise<void> => {
    const customer = change.panel.customerOf(change.account);
    const command = commandFor(change);
    if (customer === undefined || command === undefined) return;
    const caller = callerFor(customer, change.server);
    for (const { id } of await Array.fromAsync(everyOrder(world.store, { scope: caller.scope })))
      await runCommand(world, id, command, caller);
    pilot.poke();
  };
};
