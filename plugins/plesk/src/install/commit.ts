import { failure } from "@hostseal/core";
import { toRemove } from "./operations.ts";
import { prefixFor, type Undo } from "./receipt.ts";
import { isOurs, survey, type Workshop } from "./take-back.ts";

/**
 * Says that the certificate stays, and clears out what was installed on this site before the one that it replaced.
 * Something else may still use such a one; the panel then refuses, and it stays.
 */
export const commit = async (workshop: Workshop, undo: Undo): Promise<void> => {
  const { seen, stored } = await survey(workshop, undo);
  if (!isOurs(seen, undo))
    throw failure("host.refused", { host: workshop.agent.host, because: "another certificate was installed since" });
  const kept = new Set([undo.name, undo.before?.name]);
  const old = stored.filter((name) => name.startsWith(prefixFor(undo.site)) && !kept.has(name));
  if (old.length > 0) await workshop.agent.ask([toRemove(undo, old)]);
};
