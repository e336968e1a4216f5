import { createHash } from "node:crypto";
import type { Clock, Random } from "@hostseal/core";
import { HOUR } from "@hostseal/rules";
import type { Session, Viewer } from "./session.ts";

/** The sessions of all browsers. Only digests of their ids are kept, so that reading them opens none. */
export type SessionBook = {
  /** Opens a session and gives its id, which nobody else learns. */
  open(viewer: Viewer): string;
  find(id: string): Session | undefined;
  end(id: string): void;
  /** Ends every session of an account. */
  endAllOf(server: string, account: string): void;
};

/** As long as a panel's own session usually lasts. */
const LIFE = 2 * HOUR;
const ID_BYTES = 32;

const digest = (id: string): string => createHash("sha256").update(id).digest("base64url");

export const createSessionBook = ({
  clock,
  random,
}: {
  readonly clock: Clock;
  readonly random: Random;
}): SessionBook => {
  const sessions = new Map<string, Session>();
  const secret = (): string => Buffer.from(random.bytes(ID_BYTES)).toString("base64url");

  const forget = (isOver: (session: Session) => boolean): void => {
    for (const [key, session] of sessions) if (isOver(session)) sessions.delete(key);
  };

  return {
    open: (viewer) => {
      const now = clock.now();
      forget(({ expiresAt }) => expiresAt <= now);
      const id = secret();
      sessions.set(digest(id), { viewer, csrf: secret(), expiresAt: now + LIFE });
      return id;
    },
    find: (id) => {
      const session = sessions.get(digest(id));
      return session && session.expiresAt > clock.now() ? session : undefined;
    },
    end: (id) => void sessions.delete(digest(id)),
    endAllOf: (server, account) => forget(({ viewer }) => viewer.server === server && viewer.account === account),
  };
};
