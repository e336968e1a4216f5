import { createHash } from "node:crypto";
import type { Clock, Random } from "@hostseal/core";
import { HOUR } from "@hostseal/rules";
import type { Session, Viewer } from "./session.ts";

/** The sessions of all browsers. Only digests of their ids are kept, so that reading them opens none. */
export type SessionBook<Who = Viewer> = {
  /** Opens a session and gives its id, which nobody else learns. */
  open(viewer: Who): string;
  find(id: string): Session<Who> | undefined;
  end(id: string): void;
  /** Ends every session of those who are meant. */
  endAll(isMeant: (viewer: Who) => boolean): void;
};

/** As long as a panel's own session usually lasts. */
const LIFE = 2 * HOUR;
const ID_BYTES = 32;

const digest = (id: string): string => createHash("sha256").update(id).digest("base64url");

export const createSessionBook = <Who = Viewer>({
  clock,
  random,
}: {
  readonly clock: Clock;
  readonly random: Random;
}): SessionBook<Who> => {
  const sessions = new Map<string, Session<Who>>();
  const secret = (): string => Buffer.from(random.bytes(ID_BYTES)).toString("base64url");

  const forget = (isOver: (session: Session<Who>) => boolean): void => {
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
    endAll: (isMeant) => forget(({ viewer }) => isMeant(viewer)),
  };
};
