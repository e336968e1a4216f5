import { DAY } from "@hostseal/rules";
import { type Policy, waitFor } from "./decision.ts";

/** Say why an order stands still whose account is suspended or gone. */
export const heldStandsStill: Policy = ({ hold }, now) => {
  switch (hold?.because) {
    case "account-suspended":
      return waitFor("account.suspended", now + DAY, {});
    case "account-removed":
      return waitFor("account.removed", now + DAY, {});
    case undefined:
      return undefined;
  }
};
