import type { Host } from "@hostseal/core";

/** The part of a host that puts certificates somewhere. */
export type Installer = Pick<Host, "installed" | "plan" | "apply" | "commit" | "rollback">;
