import { expect, test } from "vitest";
import { asId, type IssuerRef } from "../identifiers.ts";
import type { EnrolmentPhase } from "../orders/enrolment.ts";
import { fold } from "../orders/evolve.ts";
import type { Order } from "../orders/order.ts";
import { nameOf, sampleDraft, TODAY } from "../orders/sample-order.fixture.ts";
import { decide } from "./decide.ts";

const SHOP = nameOf("shop.example.com");

const mailed: EnrolmentPhase = {
  kind: "validating",
  csr: "",
  publicKeySha256: "",
  key: { kind: "customer" },
  ref: asId<IssuerRef>("r"),
  generation: 1,
  status: { kind: "awaiting-validation" },
  lookedAt: TODAY,
  movedAt: TODAY,
  told: {},
  validations: [
    {
      issuer: {
        subject: { kind: "name", name: SHOP },
        status: { kind: "pending" },
        artefact: { kind: "email", address: "admin@shop.example.com" },
      },
      progress: { kind: "by-hand", since: TODAY, because: "mail" },
      look: { at: TODAY, found: "a message is not visible from outside" },
    },
  ],
};

const waiting = (): Order =>
  sampleDraft({
    state: { kind: "placed", at: TODAY },
    enrolment: { number: 1, reason: "first-issue", names: [SHOP], begunAt: TODAY, phase: mailed },
  });

test("an approval by mail is waited for, and the issuer is asked at once when somebody wants to know", () => {
  expect(decide(waiting(), TODAY)).toMatchObject({ kind: "wait", reason: "proof.mail" });
  const asked = fold(waiting(), { kind: "look.asked" }, TODAY);
  expect(decide(asked, TODAY)).toMatchObject({ kind: "step", step: { kind: "look-at-issuer" } });
});
