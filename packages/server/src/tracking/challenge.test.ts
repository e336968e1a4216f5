import { MINUTE } from "@hostseal/rules";
import { describe, expect, test } from "vitest";
import { createChallengeDesk, type Challenge, WORK_BITS, zeroBits } from "./challenge.ts";

const randomNumbers = () => {
  let last = 0;
  return { bytes: (count: number) => Uint8Array.from({ length: count }, () => (last += 37) % 251) };
};

const openDesk = () => {
  const time = { now: 1_000_000 };
  const clock = { now: () => time.now, until: () => Promise.resolve() };
  return { time, desk: createChallengeDesk({ clock, random: randomNumbers() }) };
};

const work = ({ token }: Challenge): string => {
  let count = 0;
  while (zeroBits(token, String(count)) < WORK_BITS) count += 1;
  return String(count);
};

const sum = ({ question: { one, other } }: Challenge): string => ` ${one + other} `;

describe("a challenge", () => {
  test("is solved by work, or by the sum, each once", () => {
    const { desk } = openDesk();
    const [first, second] = [desk.issue(), desk.issue()];
    expect(desk.judge({ token: first.token, work: work(first), answer: "" })).toBe("work");
    expect(desk.judge({ token: first.token, work: "", answer: sum(first) })).toBeUndefined();
    expect(desk.judge({ token: second.token, work: "", answer: sum(second) })).toBe("answer");
    expect(desk.judge({ token: second.token, work: "", answer: sum(second) })).toBeUndefined();
  });

  test("is not used up by a wrong answer", () => {
    const { desk } = openDesk();
    const challenge = desk.issue();
    expect(desk.judge({ token: challenge.token, work: "", answer: "1" })).toBeUndefined();
    expect(desk.judge({ token: challenge.token, work: "", answer: sum(challenge) })).toBe("answer");
  });

  test("is over after half an hour", () => {
    const { desk, time } = openDesk();
    const challenge = desk.issue();
    time.now += 30 * MINUTE;
    expect(desk.judge({ token: challenge.token, work: "", answer: sum(challenge) })).toBeUndefined();
  });

  test.each([
    ["nothing", () => ""],
    ["what is no token", () => "a.b.c"],
    ["a sum of their own", (token: string) => `${Buffer.from("{}").toString("base64url")}.${token.split(".")[1]}`],
  ])("cannot be brought along: %s", (_what, forge) => {
    const { desk } = openDesk();
    const { token } = desk.issue();
    expect(desk.judge({ token: forge(token), work: "0", answer: "0" })).toBeUndefined();
  });

  test("is worth nothing at another desk", () => {
    const { desk } = openDesk();
    const other = createChallengeDesk({
      clock: { now: () => 0, until: () => Promise.resolve() },
      random: { bytes: (count) => new Uint8Array(count).fill(9) },
    }).issue();
    expect(desk.judge({ token: other.token, work: work(other), answer: sum(other) })).toBeUndefined();
  });
});
