import type { Order, Wait } from "@hostseal/core";
import { good } from "../../views/events/line.ts";
import type { Stage } from "../stage.ts";
import { followApprovalLink } from "./follow-approval-link.ts";
import { publishByHand } from "./publish-by-hand.ts";

/** What the owner of a site does when their order waits for them. False when they have nothing to do, or cannot. */
export const actAsCustomer = async ({ demo, narrator }: Stage, order: Order, wait: Wait): Promise<boolean> => {
  if (wait.reason === "proof.mail") {
    const { address, name } = wait.parameters;
    const isApproved = await followApprovalLink(demo.hosting.mailbox, String(address), String(name));
    if (isApproved) narrator.says(good(`The owner opens the mailbox of ${address} and follows the link`));
    return isApproved;
  }
  if (wait.reason !== "proof.record") return false;
  const entries = publishByHand(demo.hosting, order);
  for (const { type, host } of entries)
    narrator.says(good(`The owner creates the ${type} record ${host} at their DNS provider`));
  return entries.length > 0;
};
