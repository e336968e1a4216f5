import type { Clock, OutgoingMail, Probe, Random } from "@hostseal/core";
import type { Secret } from "@hostseal/pki";
import type { Instant } from "@hostseal/rules";
import { DAY, MINUTE, reissueValidation } from "@hostseal/rules";
import { approve, decline, openLetter } from "./acts/answer-letter.ts";
import type { Controls } from "./acts/controls.ts";
import { createControls } from "./acts/controls.ts";
import type { Counter } from "./counter.ts";
import { createCounter } from "./counter.ts";
import type { Desk, Habits } from "./desk.ts";
import type { Asked, Fault } from "./faults.ts";
import { createFaults } from "./faults.ts";
import { createLedger } from "./orders/ledger.ts";
import { createOrderBook } from "./orders/order-book.ts";
import type { CaOrder } from "./orders/order.ts";
import { createTurns } from "./orders/turns.ts";
import type { Letter, Outbox } from "./proofs/letters.ts";
import { createLetters } from "./proofs/letters.ts";
import { createProvenDomains } from "./proofs/proven-domains.ts";
import { refuse } from "./refusal.ts";
import { createHierarchy } from "./signing/create-hierarchy.ts";

/** A reseller with an account at the authority. */
export type Partner = {
  readonly id: string;
  readonly credential: Secret;
  /** Prepaid, in cents of a euro. */
  readonly balance: number;
};

export type AuthoritySettings = {
  readonly clock: Clock;
  readonly random: Random;
  /** The authority's own eyes on DNS and the web. */
  readonly probe: Probe;
  /** Its remote eyes (BR §3.2.2.9); those of the probe by default. */
  readonly perspectives?: Probe["perspectives"];
  readonly partners: readonly Partner[];
  /** Takes the approval mails; they are also kept for the controls. */
  readonly outbox?: Outbox;
  readonly habits?: Partial<Habits>;
};

/**
 * A certificate authority in one process: sells licences to partners, makes sure of control over names in earnest, and
 * signs real certificates under its own roots. It lives in memory and speaks through faces.
 */
export type Authority = {
  /** PEM of the roots a client must trust. */
  readonly roots: readonly string[];
  /** @throws Refusal `credential-unknown` or `credential-suspended`. */
  readonly signIn: (credential: string) => Counter;
  /** What the receiver of an approval mail can do with its code. */
  readonly approvals: {
    readonly open: (code: string) => { readonly letter: Letter; readonly order: CaOrder };
    readonly approve: (code: string) => Promise<CaOrder>;
    readonly decline: (code: string) => Promise<CaOrder>;
  };
  readonly controls: Controls;
  /** For faces: the fault planned for this request. */
  readonly faultFor: (asked: Asked) => Fault | undefined;
  readonly now: () => Instant;
  /** A face tells under which URL it is reached; approval links lead there. */
  readonly answersAt: (url: string) => void;
  /** Ends the authority's own looks. */
  readonly close: () => void;
};

const usualHabits = (now: Instant): Habits => ({
  reuseWithNewKey: !(reissueValidation({ brand: "sandbox", at: now })?.newKeyVoidsReuse ?? false),
  pollWaits: [MINUTE, 5 * MINUTE, 15 * MINUTE, 60 * MINUTE],
  tokenLife: 29 * DAY,
  issuanceTime: 0,
});

const createDesk = async (settings: AuthoritySettings, outbox: Outbox, closing: AbortSignal): Promise<Desk> => {
  const { clock, random, probe, perspectives = probe.perspectives ?? [] } = settings;
  const habits = { ...usualHabits(clock.now()), ...settings.habits };
  const ledger = createLedger();
  for (const { id, balance } of settings.partners) ledger.setBalance(id, balance);
  return {
    clock,
    random,
    probe,
    perspectives,
    book: createOrderBook(),
    ledger,
    proven: createProvenDomains(),
    letters: createLetters({ outbox, random, life: habits.tokenLife }),
    hierarchy: await createHierarchy({ clock, random }),
    turns: createTurns(),
    habits,
    compromisedKeys: new Set(),
    closing,
  };
};

/** Founds an authority: its keys are made, its books are empty. Deterministic in clock and chance, keys and signatures apart. */
export const createAuthority = async (settings: AuthoritySettings): Promise<Authority> => {
  const closing = new AbortController();
  const suspended = new Set<string>();
  const sentMails: OutgoingMail[] = [];
  const outbox: Outbox = async (mail) => {
    sentMails.push(mail);
    await settings.outbox?.(mail);
  };
  const desk = await createDesk(settings, outbox, closing.signal);
  const faults = createFaults();

  return {
    roots: desk.hierarchy.roots,
    signIn(credential) {
      const partner = settings.partners.find((each) => each.credential.reveal() === credential);
      if (!partner) throw refuse("credential-unknown", "no partner has this credential");
      if (suspended.has(partner.id)) throw refuse("credential-suspended", "this account is suspended");
      return createCounter(desk, partner.id);
    },
    approvals: {
      open: (code) => openLetter(desk, code),
      approve: (code) => approve(desk, code),
      decline: (code) => decline(desk, code),
    },
    controls: createControls({ desk, faults, suspended, sentMails }),
    faultFor: (asked) => faults.take(asked),
    now: () => desk.clock.now(),
    answersAt: (url) => desk.letters.answersAt(url),
    close: () => closing.abort(),
  };
};
