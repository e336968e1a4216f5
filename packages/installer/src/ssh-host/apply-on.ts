import { failure, type InstallKey, type InstallPlan } from "@hostseal/core";
import { installOnHost } from "../apply/index.ts";
import { keyTrouble } from "../plan/index.ts";
import type { Source } from "../script/index.ts";
import { configFor } from "./config-for.ts";
import { checkedReference } from "./key-custody.ts";
import { planOn } from "./plan-on.ts";
import { reach } from "./reach.ts";
import { undoOf } from "./receipt.ts";
import { PATIENCE, type SshHostSettings, STATE } from "./settings.ts";
import type { WaitingRoom } from "./waiting.ts";

/** The bytes of a key that is brought along, or where the one lies that stays. Failure: `host.refused` for a wrong one. */
export const sourceOf = (host: string, key: InstallKey, certificate: string): Source => {
  if (key.kind === "kept") return { kind: "kept", reference: checkedReference(host, key.reference) };
  const because = keyTrouble(key.pem, certificate);
  if (because !== undefined) throw failure("host.refused", { host, because });
  return { kind: "sent", bytes: Buffer.from(`${key.pem.reveal().trimEnd()}\n`) };
};

/**
 * Plans anew and applies, when that comes out as the plan that was made: nothing but its digest is trusted. Returns
 * when the certificate is seen from outside and the host waits for the word.
 */
export const applyOn = async (
  settings: SshHostSettings,
  room: WaitingRoom,
  { receipt, ...wish }: InstallPlan,
  key: InstallKey,
): Promise<void> => {
  const { id: host, state = STATE, patience = PATIENCE } = settings;
  const { run, digest } = undoOf(host, receipt);
  const source = sourceOf(host, key, wish.certificate);
  await room.end(run, "rollback");
  const reached = await reach(settings);
  try {
    const plan = planOn(settings, await configFor(reached, settings, wish.site), wish);
    if (plan.digest !== digest) throw failure("host.plan-stale", { host });
    const addresses = settings.addresses ?? [settings.target.address];
    const installed = await installOnHost(reached, { plan, addresses, id: run, state, patience, key: source });
    room.add(run, { reached, installed });
  } catch (thrown) {
    await reached.connection[Symbol.asyncDispose]();
    throw thrown;
  }
};
