import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import type { Clock, Random } from "@hostseal/core";
import { type Instant, MINUTE } from "@hostseal/rules";
import { z } from "zod";

/** What stands before a search: work for a browser with script, and a sum for a person without. */
export type Challenge = {
  /** Comes back with the form. */
  readonly token: string;
  /** So many bits at the front of the digest must be zero. */
  readonly bits: number;
  readonly question: { readonly one: number; readonly other: number };
};

export type Solution = { readonly token: string; readonly work: string; readonly answer: string };
/** How it was solved; nothing when it was not. */
export type Solved = "work" | "answer" | undefined;

/** Gives challenges out and takes each solution once. It remembers nothing of those that nobody has solved. */
export type ChallengeDesk = {
  issue(): Challenge;
  judge(solution: Solution): Solved;
};

/** About 33,000 digests: some tenths of a second in a browser, and too much for a million tries. */
export const WORK_BITS = 15;
const LIFE = 30 * MINUTE;
const NONCE_BYTES = 12;
const SMALLEST = 2;
const SPAN = 16;

const contents = z.object({ until: z.number(), nonce: z.string(), one: z.number(), other: z.number() });
type Contents = z.output<typeof contents>;

/** Zero bits at the front of SHA-256 over `<token>.<work>`. */
export const zeroBits = (token: string, work: string): number => {
  const digest = createHash("sha256").update(`${token}.${work}`).digest();
  const first = digest.findIndex((byte) => byte !== 0);
  return first === -1 ? digest.length * 8 : first * 8 + Math.clz32(digest[first] ?? 0) - 24;
};

const isSame = (one: string, other: string): boolean => {
  const [left, right] = [Buffer.from(one), Buffer.from(other)];
  return left.length === right.length && timingSafeEqual(left, right);
};

const waySolved = ({ token, work, answer }: Solution, { one, other }: Contents): Solved => {
  if (/^\d{1,12}$/.test(work) && zeroBits(token, work) >= WORK_BITS) return "work";
  return answer.trim() === String(one + other) ? "answer" : undefined;
};

export const createChallengeDesk = ({
  clock,
  random,
}: {
  readonly clock: Clock;
  readonly random: Random;
}): ChallengeDesk => {
  const key = random.bytes(32);
  const used = new Map<string, Instant>();
  const macOf = (body: string): string => createHmac("sha256", key).update(body).digest("base64url");

  const read = (token: string): Contents | undefined => {
    const [body = "", mac = ""] = token.split(".");
    if (!isSame(mac, macOf(body))) return undefined;
    const read = contents.parse(JSON.parse(Buffer.from(body, "base64url").toString("utf8")));
    return read.until > clock.now() ? read : undefined;
  };

  const useUp = ({ nonce, until }: Contents): boolean => {
    for (const [old, end] of used) if (end <= clock.now()) used.delete(old);
    if (used.has(nonce)) return false;
    used.set(nonce, until);
    return true;
  };

  return {
    issue: () => {
      const [one = 0, other = 0, ...nonce] = random.bytes(2 + NONCE_BYTES);
      const question = { one: SMALLEST + (one % SPAN), other: SMALLEST + (other % SPAN) };
      const inside = { until: clock.now() + LIFE, nonce: Buffer.from(nonce).toString("base64url"), ...question };
      const body = Buffer.from(JSON.stringify(inside)).toString("base64url");
      return { token: `${body}.${macOf(body)}`, bits: WORK_BITS, question };
    },
    judge: (solution) => {
      const inside = read(solution.token);
      const way = inside && waySolved(solution, inside);
      return way !== undefined && inside !== undefined && useUp(inside) ? way : undefined;
    },
  };
};
