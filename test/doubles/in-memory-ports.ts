import type { Clock, Mailer, OutgoingMail, Vault } from "@hostseal/core";
import { asId, failure } from "@hostseal/core";
import type { Secret } from "@hostseal/pki";
import type { Instant } from "@hostseal/rules";
import type { Moods } from "./moods.ts";

export type SettableClock = Clock & { set(instant: Instant): void };

/** A clock that stands still until it is set, and never goes back. */
export const createSettableClock = (start: Instant): SettableClock => {
  let time = start;
  const set = (instant: Instant): void => {
    time = Math.max(time, instant);
  };
  return { now: () => time, until: async (instant) => set(instant), set };
};

/** A vault whose content everybody can see. */
export const createOpenVault = (secrets: Map<string, Secret>): Vault => ({
  seal: async ({ order, label, secret }) => {
    secrets.set(`${order}/${label}`, secret);
    return asId(`${order}/${label}`);
  },
  open: async (ref) => secrets.get(ref),
  destroy: async (ref) => {
    secrets.delete(ref);
  },
});

/** A mail server; what it took before its answer was lost, it has taken. */
export const createMemoryMailer = (mails: OutgoingMail[], moods: Moods): Mailer => ({
  send: async (mail) => {
    const mood = moods();
    const isTaken = mood === "well" || mood === "lost";
    if (isTaken && !mails.some(({ id }) => id === mail.id)) mails.push(mail);
    if (mood !== "well") throw failure("mailer.unreachable", { because: "simulated" });
  },
});
