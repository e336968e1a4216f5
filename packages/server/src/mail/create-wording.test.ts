import { asId } from "@hostseal/core";
import { sampleOrder } from "@hostseal/core/sample-order";
import { fromIso } from "@hostseal/rules";
import { describe, expect, test } from "vitest";
import { createMemoryDocuments } from "../partner/memory-documents.ts";
import { createWording } from "./create-wording.ts";

const NOW = fromIso("2026-11-22");

const word = createWording(
  {
    documents: createMemoryDocuments(),
    clock: { now: () => NOW, until: () => Promise.resolve() },
    log: { emit: () => undefined },
  },
  {
    partner: asId("partner-1"),
    brand: { name: "Pier SSL", supportEmail: "help@pier.example" },
    origin: "https://ssl.pier.example",
  },
);

const message = {
  id: "1",
  template: "licence-ending",
  parameters: { names: "pier.example", end: "2027-03-05", order: "shop" },
  queuedAt: NOW,
} as const;

describe("a message about an order", () => {
  test.each([
    [undefined, "pier.example: the licence ends on Mar 5, 2027", 'lang="en" dir="ltr"'],
    ["de", "pier.example: Die Lizenz endet am 05.03.2027", 'lang="de" dir="ltr"'],
    ["ar", "\u2068pier.example\u2069: تنتهي الرخصة في \u20685 مارس 2027\u2069", 'lang="ar" dir="rtl"'],
  ])("is in the language of the order: %s", async (language, subject, root) => {
    const order = sampleOrder("shop", language === undefined ? {} : { language });
    const worded = await word(message, order);
    expect(worded.subject).toBe(subject);
    expect(worded.html).toContain(root);
    expect(worded.text).toContain("https://ssl.pier.example/track?order=shop");
  });

  test("that tells of a refusal says it in that language too", async () => {
    const lastRefusal = {
      step: "revoke",
      code: "capability.unsupported",
      parameters: { who: "Somebody", because: "it cannot revoke through its API" },
      since: NOW,
      attempts: 1,
      nextTry: NOW,
    } as const;
    const told = {
      ...message,
      template: "request-refused",
      parameters: { names: "a", problem: "x", fix: "y" },
    } as const;
    const { text } = await word(told, sampleOrder("shop", { language: "de", lastRefusal }));
    expect(text).toContain(
      "Das ist nicht möglich: ein Widerruf ist über diese Zertifizierungsstelle nicht automatisch möglich.",
    );
    expect(text).not.toContain("Somebody");
  });
});
