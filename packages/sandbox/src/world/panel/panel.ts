import type { Endpoint } from "@hostseal/core";
import type { WebspaceRegister } from "../web/webspace-register.ts";
import type { ZoneRegister } from "../zones/zone-register.ts";
import type { AccountRegister } from "./account.ts";
import type { KeyRing } from "./key-ring.ts";
import type { TlsShelf } from "./tls-shelf.ts";

/** Everything the panel rules over. */
export type Panel = {
  readonly accounts: AccountRegister;
  readonly webspaces: WebspaceRegister;
  readonly zones: ZoneRegister;
  readonly shelf: TlsShelf;
  readonly keys: KeyRing;
  /** Where the webspaces answer over TLS. */
  readonly endpoints: readonly Endpoint[];
  /** What the web server's own test says about the configuration of a webspace; nothing when it is in order. */
  readonly configFaults: Map<string, string>;
};
