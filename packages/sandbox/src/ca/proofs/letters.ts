import type { OutgoingMail, Random } from "@hostseal/core";
import type { DomainName, Instant } from "@hostseal/rules";

/** One mail that asks for approval. Its link is known to nobody but the receiver. */
export type Letter = {
  /** The secret part of the link. */
  readonly code: string;
  readonly ref: string;
  readonly generation: number;
  readonly name: DomainName;
  readonly address: string;
  readonly expiresAt: Instant;
  readonly mail: OutgoingMail;
};

export type LetterWish = Pick<Letter, "ref" | "generation" | "name" | "address"> & { readonly now: Instant };

/** Takes over a mail for delivery. */
export type Outbox = (mail: OutgoingMail) => void | Promise<void>;

/** The approval mails of the authority. */
export type Letters = {
  /** Writes and sends a mail with a fresh link. */
  readonly send: (wish: LetterWish) => Promise<void>;
  /** Sends the same mail again: same words, same receiver (BR §3.2.2.4.4). */
  readonly resend: (letter: Letter) => Promise<void>;
  readonly byCode: (code: string) => Letter | undefined;
  /** The last one sent for a name. */
  readonly latest: (about: Pick<Letter, "ref" | "generation" | "name">) => Letter | undefined;
  /** Where the links lead; known once a face is served. */
  readonly answersAt: (url: string) => void;
};

/** `life` is how long a link can be used, in milliseconds. */
type Post = { readonly outbox: Outbox; readonly random: Random; readonly life: number };

const textOf = ({ name, ref }: LetterWish, link: string): string =>
  [
    `A TLS certificate for ${name} was requested under order ${ref}.`,
    "",
    `If you control ${name} and agree, open this page and approve:`,
    link,
    "",
    "If you know nothing of it, do nothing.",
    "",
  ].join("\n");

export const createLetters = ({ outbox, random, life }: Post): Letters => {
  const letters = new Map<string, Letter>();
  const place = { url: "" };
  const sendings = new Map<string, number>();

  const post = async (letter: Letter): Promise<void> => {
    const times = (sendings.get(letter.code) ?? 0) + 1;
    sendings.set(letter.code, times);
    await outbox({ ...letter.mail, id: `${letter.mail.id}.${times}` });
  };

  return {
    async send(wish) {
      const { now, ...about } = wish;
      const code = Buffer.from(random.bytes(24)).toString("base64url");
      const mail = {
        id: `approval-${Buffer.from(random.bytes(9)).toString("hex")}`,
        to: [wish.address],
        subject: `Approve the certificate for ${wish.name}`,
        text: textOf(wish, `${place.url}/approve/${code}`),
      };
      const letter = { ...about, code, mail, expiresAt: now + life };
      letters.set(code, letter);
      await post(letter);
    },
    resend: post,
    byCode: (code) => letters.get(code),
    latest: ({ ref, generation, name }) =>
      [...letters.values()].findLast(
        (letter) => letter.ref === ref && letter.generation === generation && letter.name === name,
      ),
    answersAt(url) {
      place.url = url;
    },
  };
};
