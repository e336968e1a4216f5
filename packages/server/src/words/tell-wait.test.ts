import type { Order, Wait } from "@hostseal/core";
import { sampleOrder } from "@hostseal/core/sample-order";
import { fromIso } from "@hostseal/rules";
import { describe, expect, test } from "vitest";
import { tellWait } from "./tell-wait.ts";
import { vocabularyOf } from "./vocabulary.ts";

const NOW = fromIso("2026-11-22");
const order = sampleOrder("shop");
const german = vocabularyOf("de");

const wait = (reason: Wait["reason"], problem: string): Wait => ({
  kind: "wait",
  reason,
  parameters: { problem, fix: "in English" },
  actor: "customer",
  until: NOW,
});

describe("a wait that repeats something", () => {
  test("repeats what was found in the reader's language", () => {
    const [name] = order.names;
    if (name === undefined) throw new TypeError("the sample has a name");
    const finding = { name, weight: "blocks", check: "dns", problem: "no-such-name", parameters: { name } } as const;
    const blocked = { ...order, preflight: { at: NOW, findings: [finding] } };
    expect(tellWait(blocked, wait("draft.blocked", `${name} does not exist in DNS.`), german)).toEqual({
      sentence: `${name} gibt es im DNS nicht.`,
      todo: "Legen Sie ihn an, oder berichtigen Sie die Schreibweise. Es wurde nichts berechnet.",
    });
  });

  test("repeats what failed in the reader's language, and not another failure", () => {
    const setback = { step: "submit", since: NOW, attempts: 1, nextTry: NOW } as const;
    const failed: Order = {
      ...order,
      setbacks: {
        messages: { ...setback, code: "mailer.unreachable", parameters: { because: "timeout" } },
        enrolment: { ...setback, code: "issuer.unreachable", parameters: { issuer: "demo", because: "timeout" } },
      },
    };
    const { sentence } = tellWait(failed, wait("step.failed", "demo does not answer: timeout."), german);
    expect(sentence).toBe("Die Zertifizierungsstelle antwortet nicht: keine Antwort in angemessener Zeit.");
  });

  test("is left as it is when nobody knows it, or when it repeats nothing", () => {
    const unknown = wait("step.failed", "something else");
    expect(tellWait(order, unknown, german)).toEqual({ sentence: "something else", todo: "in English" });
    const other: Wait = { ...unknown, reason: "issuer.checking", parameters: {} };
    expect(tellWait(order, other, german).sentence).toBe(german.core.waits["issuer.checking"].sentence);
  });

  test("is read without the marks around what is to be typed", () => {
    const { todo } = tellWait(
      order,
      { ...wait("step.failed", "x"), parameters: { problem: "x", fix: "Add `a`." } },
      german,
    );
    expect(todo).toBe("Add a.");
  });
});
