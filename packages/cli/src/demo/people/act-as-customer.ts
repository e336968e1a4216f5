import { runCommand } from "@hostseal/core";
import type { Caller, Order, Wait } from "@hostseal/core";
import { good } from "../../views/events/line.ts";
import type { Stage } from "../stage.ts";
import { followApprovalLink } from "./follow-approval-link.ts";
import { publishByHand } from "./publish-by-hand.ts";

type Act = (stage: Stage, order: Order, wait: Wait) => Promise<boolean>;

/** Who owns the sites of the demo world, and orders for them. */
export const ownerOf = ({ world }: Stage): Caller => ({
  scope: { kind: "partner", partner: world.config.partner },
  by: "owner",
});

const approve: Act = async ({ demo, narrator }, _order, { parameters }) => {
  const { address, name } = parameters;
  const isApproved = await followApprovalLink(demo.hosting.mailbox, String(address), String(name));
  if (isApproved) narrator.says(good(`The owner opens the mailbox of ${address} and follows the link`));
  return isApproved;
};

const createRecords: Act = async ({ demo, narrator }, order) => {
  const entries = publishByHand(demo.hosting, order);
  for (const { type, host } of entries)
    narrator.says(good(`The owner creates the ${type} record ${host} at their DNS provider`));
  return entries.length > 0;
};

/** A method that the rules have ended is replaced by a DNS record. */
const changeMethod: Act = async (stage, order) => {
  const refused = order.preflight?.findings.filter(({ problem }) => problem === "method-refused") ?? [];
  for (const { name } of refused) {
    const command = { kind: "choose-method", name, choice: { method: "dns-txt" } } as const;
    stage.narrator.journal(await runCommand(stage.world, order.id, command, ownerOf(stage)));
    stage.narrator.says(good(`The owner of ${name} chooses a DNS record instead`));
  }
  return refused.length > 0;
};

const acts: Readonly<Partial<Record<Wait["reason"], Act>>> = {
  "proof.mail": approve,
  "proof.record": createRecords,
  "preflight.blocked": changeMethod,
};

/** What the owner of a site does when their order waits for them. False when they have nothing to do, or cannot. */
export const actAsCustomer: Act = async (stage, order, wait) =>
  (await acts[wait.reason]?.(stage, order, wait)) ?? false;
