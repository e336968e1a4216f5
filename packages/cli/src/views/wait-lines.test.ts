import { expect, test } from "vitest";
import { aWait } from "../../test/orders.ts";
import { plainPaint } from "./paint.ts";
import { toWaitLines } from "./wait-lines.ts";

test("a wait says what is going on, who must act, what to do and when we look again", () => {
  expect(toWaitLines(aWait("proof.mail", "customer"), plainPaint)).toEqual([
    "A message with an approval link was sent to admin@example.com for shop.example.com.",
    "Who acts:   you must act",
    "To do:      Open the message and follow the link, or choose another method.",
    "Next look:  2026-11-22 00:00 UTC, by itself",
  ]);
});

test("where nobody must act, nobody is asked to", () => {
  expect(toWaitLines(aWait("licence.running", "hostseal"), plainPaint)[1]).toBe("Who acts:   nobody");
  expect(toWaitLines(aWait("issuer.issuing", "issuer"), plainPaint)[1]).toBe("Who acts:   the certificate authority");
});
