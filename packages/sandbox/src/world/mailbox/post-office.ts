import type { Clock, OutgoingMail } from "@hostseal/core";
import type { Instant } from "@hostseal/rules";

/** A message as it lies in one mailbox. */
export type Letter = {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly receivedAt: Instant;
};

/** All mailboxes of the world: one comes into being with its first message. */
export type PostOffice = {
  /** Puts a message into the mailbox of each addressee; the same id twice is the same message. */
  deliver(mail: OutgoingMail): void;
  /** What lies in the mailbox of an address, the oldest first. */
  inbox(address: string): readonly Letter[];
  /** Addresses that ever received something, sorted. */
  addresses(): readonly string[];
  /** Says that an address does not exist: what is sent there comes back. */
  abolish(address: string): void;
  /** What came back, the oldest first. */
  returned(): readonly Letter[];
  /** A closed post office takes nothing over, until it is opened again. */
  setOpen(isOpen: boolean): void;
  isOpen(): boolean;
};

/** Addresses are compared without case, as nearly every mail server does. */
const normalAddress = (address: string): string => address.trim().toLowerCase();

export const createPostOffice = (clock: Clock): PostOffice => {
  const delivered: Letter[] = [];
  const returned: Letter[] = [];
  const seen = new Set<string>();
  const abolished = new Set<string>();
  let open = true;

  const deliverTo = (to: string, { id, subject, text }: OutgoingMail): void => {
    const key = JSON.stringify([id, to]);
    if (seen.has(key)) return;
    seen.add(key);
    (abolished.has(to) ? returned : delivered).push({ id, to, subject, text, receivedAt: clock.now() });
  };

  return {
    deliver: (mail) => {
      for (const address of mail.to) deliverTo(normalAddress(address), mail);
    },
    inbox: (address) => delivered.filter(({ to }) => to === normalAddress(address)),
    addresses: () => [...new Set(delivered.map(({ to }) => to))].toSorted(),
    abolish: (address) => void abolished.add(normalAddress(address)),
    returned: () => [...returned],
    setOpen: (isOpen) => void (open = isOpen),
    isOpen: () => open,
  };
};
