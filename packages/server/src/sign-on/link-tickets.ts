import { createHash } from "node:crypto";
import type { Clock, Random } from "@hostseal/core";
import { type Instant, MINUTE } from "@hostseal/rules";
import type { Viewer } from "../sessions/session.ts";

/** Addresses that open a session once and within a minute; used ones that lie in a history are worth nothing. */
export type LinkTickets = {
  /** Gives the number of a ticket, which nobody else learns. */
  issue(viewer: Viewer): string;
  /** The viewer of a ticket, the first time it is asked for. */
  redeem(ticket: string): Viewer | undefined;
};

const TICKET_BYTES = 32;

const digest = (ticket: string): string => createHash("sha256").update(ticket).digest("base64url");

export const createLinkTickets = ({
  clock,
  random,
}: {
  readonly clock: Clock;
  readonly random: Random;
}): LinkTickets => {
  const issued = new Map<string, { readonly viewer: Viewer; readonly until: Instant }>();
  return {
    issue: (viewer) => {
      const now = clock.now();
      for (const [key, { until }] of issued) if (until <= now) issued.delete(key);
      const ticket = Buffer.from(random.bytes(TICKET_BYTES)).toString("base64url");
      issued.set(digest(ticket), { viewer, until: now + MINUTE });
      return ticket;
    },
    redeem: (ticket) => {
      const key = digest(ticket);
      const found = issued.get(key);
      issued.delete(key);
      return found && found.until > clock.now() ? found.viewer : undefined;
    },
  };
};
