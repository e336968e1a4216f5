import { DAY, LICENCE_REMINDERS } from "@hostseal/rules";
import { describe, expect, test } from "vitest";
import { asId } from "../identifiers.ts";
import type { EnrolmentPhase } from "../orders/enrolment.ts";
import { evolve } from "../orders/evolve.ts";
import type { Order } from "../orders/order.ts";
import { TODAY, nameOf, sampleActive, sampleCertificate } from "../orders/sample-order.fixture.ts";
import type { Artefact } from "../validation/artefact.ts";
import { dueMessage, nextLicenceReminder } from "./reminders.ts";

const end = TODAY + 365 * DAY;
/** Its certificate ends with the licence. */
const ending = sampleActive({
  licence: { start: TODAY, end },
  certificate: sampleCertificate({ notBefore: end - 90 * DAY, notAfter: end - 1000 }),
});

/** All messages of a day, each queued as it comes. */
const heard = (order: Order, now: number): { readonly order: Order; readonly ids: readonly string[] } => {
  const message = dueMessage(order, now);
  if (message === undefined) return { order, ids: [] };
  const next = evolve(order, { at: now, by: "hostseal", event: { kind: "message.queued", message } });
  const rest = heard(next, now);
  return { order: rest.order, ids: [message.id, ...rest.ids] };
};

const heardDaily = (order: Order, from: number, to: number): readonly string[] => {
  const ids: string[] = [];
  let current = order;
  for (let now = from; now <= to; now += DAY) {
    const today = heard(current, now);
    ids.push(...today.ids);
    current = today.order;
  }
  return ids;
};

describe("the end of a licence", () => {
  test("is told of once at each mark", () => {
    const marks = LICENCE_REMINDERS.map((days) => `ord_1:licence:${days}`);
    expect(heardDaily(ending, end - 100 * DAY, end)).toEqual(marks);
  });

  test("is told of to the millisecond at the mark, not before", () => {
    expect(dueMessage(ending, end - 90 * DAY - 1)).toBeUndefined();
    expect(dueMessage(ending, end - 90 * DAY)).toEqual({
      id: "ord_1:licence:90",
      template: "licence-ending",
      parameters: { names: "shop.example.com, www.shop.example.com", end: "2027-11-21", order: "ord_1" },
    });
  });

  test("is told of by the closest mark only, when we come late", () => {
    expect(heardDaily(ending, end - 10 * DAY, end - 8 * DAY)).toEqual(["ord_1:licence:14"]);
  });

  test("is no news once another order goes on, or when this one has ended", () => {
    const renewed = { ...ending, renewedBy: asId<Order["id"]>("ord_2") };
    const over: Order = { ...ending, state: { kind: "ended", at: end, because: { kind: "expired" } } };
    expect(heardDaily(renewed, end - 100 * DAY, end)).toEqual([]);
    expect(heardDaily(over, end - 100 * DAY, end)).toEqual([]);
    expect(nextLicenceReminder(renewed, TODAY)).toBeUndefined();
  });

  test("is looked at again at the next mark", () => {
    expect(nextLicenceReminder(ending, TODAY)).toBe(end - 90 * DAY);
    expect(nextLicenceReminder(ending, end - 90 * DAY)).toBe(end - 30 * DAY);
    expect(nextLicenceReminder(ending, end - 2 * DAY)).toBe(end - DAY);
    expect(nextLicenceReminder(ending, end - DAY)).toBeUndefined();
  });
});

describe("a certificate whose successor does not come", () => {
  const certificate = sampleCertificate();
  const order = sampleActive({ certificate });

  test("is called out at marks that come closer, counted from the one that is served", () => {
    const ids = heardDaily(order, certificate.notAfter - 20 * DAY, certificate.notAfter + 5 * DAY);
    expect(ids).toEqual([14, 7, 3, 1, 0].map((days) => `ord_1:0a:danger:${days}`));
  });

  test("is not called out when it ends with its licence, or another order goes on", () => {
    const late = certificate.notAfter - DAY;
    const withLicence = { ...order, licence: { start: TODAY, end: certificate.notAfter + 1000 } };
    expect(heard(withLicence, late).ids.some((id) => id.includes("danger"))).toBe(false);
    expect(heard({ ...order, renewedBy: asId("ord_2") }, late).ids).toEqual([]);
  });
});

const ended = (reason: "by-issuer" | "superseded"): Order => ({
  ...sampleActive(),
  state: { kind: "ended", at: TODAY, because: { kind: "revoked", reason } },
});

const prepared = { csr: "", publicKeySha256: "", key: { kind: "customer" } } as const;
const submitted = { ...prepared, ref: asId<NonNullable<Order["issuerRef"]>>("r"), generation: 1 };
const under = (phase: EnrolmentPhase): Order => ({
  ...sampleActive({ enrolments: 2 }),
  enrolment: { number: 2, reason: "before-expiry", names: [nameOf("shop.example.com")], begunAt: TODAY, phase },
});
const validating = (artefact: Artefact, progress: "by-hand" | "unpublished") =>
  under({
    kind: "validating",
    ...submitted,
    status: { kind: "awaiting-validation" },
    lookedAt: TODAY,
    movedAt: TODAY,
    told: {},
    validations: [
      {
        issuer: {
          subject: { kind: "name", name: nameOf("shop.example.com") },
          method: "dns-txt",
          artefact,
          status: { kind: "pending" },
        },
        progress:
          progress === "by-hand" ? { kind: "by-hand", since: TODAY, because: "zone-elsewhere" } : { kind: progress },
      },
    ],
  });

describe("a person who has to act", () => {
  const record: Artefact = { kind: "dns-txt", host: "_x.shop.example.com", value: "v" };

  test("is told once to publish a proof that we cannot", () => {
    expect(heard(validating(record, "by-hand"), TODAY).ids).toEqual(["ord_1:2:proof"]);
    expect(heard(validating(record, "unpublished"), TODAY).ids).toEqual([]);
  });

  test("is not told of a message that the issuer sent itself", () => {
    expect(heard(validating({ kind: "email", address: "admin@example.com" }, "by-hand"), TODAY).ids).toEqual([]);
  });

  test("is told that the issuer revoked, and not that they revoked themselves", () => {
    expect(heard(ended("by-issuer"), TODAY).ids).toEqual(["ord_1:revoked"]);
    expect(heard(ended("superseded"), TODAY).ids).toEqual([]);
  });
});
