import type { DemoWorld } from "@hostseal/sandbox";
import { type CpanelDouble, type CpanelDoubleDeps, createCpanelDouble } from "./cpanel-double.ts";
import { createListener } from "./listener.ts";
import type { Mischiefs } from "./mischief.ts";

const DOES_NOTHING = new Set([
  "DNS::mass_edit_zone",
  "Fileman::delete_file",
  "Fileman::upload_files",
  "SSL::delete_cert",
  "SSL::delete_key",
  "SSL::delete_ssl",
  "SSL::install_ssl",
]);

const yes: Mischiefs = {
  plan: () => undefined,
  take: (call) =>
    DOES_NOTHING.has(call)
      ? { kind: "lies", content: { succeeded: 1, failed: 0, new_serial: "2026112199" } }
      : undefined,
};

/** A server that takes every token, says yes to everything, and changes nothing. */
export const createCarelessDouble = (world: DemoWorld, deps: CpanelDoubleDeps): CpanelDouble => {
  const honest = createCpanelDouble(world, deps);
  const whoCalls = () => ({ service: "whm" as const, accounts: [...honest.state.accounts.keys()] });
  return { ...honest, listener: createListener({ state: honest.state, mischiefs: yes, whoCalls }) };
};
