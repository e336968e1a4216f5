import type { Site } from "@hostseal/core";
import { toNames } from "@hostseal/panel";
import { PANEL_SERVICE } from "./tls/server-tls.ts";

/** The panel itself as a site; `hostname` is the one under which it is reached. */
export const serviceSite = (hostname: string): Site => ({ id: PANEL_SERVICE, names: toNames([hostname]) });
