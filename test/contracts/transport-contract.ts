import type { TransportCheck, TransportSubject } from "./transport-check.ts";
import { transportEnding } from "./transport-ending.ts";
import { transportHostKeys } from "./transport-host-keys.ts";
import { transportLoggingIn } from "./transport-logging-in.ts";
import { transportNegotiating } from "./transport-negotiating.ts";
import { transportShells } from "./transport-shells.ts";

/** Everything the Transport port promises. Each check starts the servers it wants. */
export const transportContract: readonly TransportCheck[] = [
  ...transportLoggingIn,
  ...transportHostKeys,
  ...transportNegotiating,
  ...transportShells,
  ...transportEnding,
];

/** The checks for a driver that can these things. */
export const transportContractFor = (can: TransportSubject["can"]): readonly TransportCheck[] =>
  transportContract.filter(({ needs }) => needs === undefined || needs(can));
