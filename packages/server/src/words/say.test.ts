import { csrFlaws, nameRefusals, render } from "@hostseal/core";
import { describe, expect, test } from "vitest";
import { failureInWords, mailInWords, waitInWords } from "./core-words.ts";
import { PHRASES } from "./core-phrases.ts";
import { withoutIsolates } from "./isolated.ts";
import { LOCALES } from "./locale.ts";
import { say } from "./say.ts";
import { vocabularyOf } from "./vocabulary.ts";

const [english, german, arabic] = [vocabularyOf("en").core, vocabularyOf("de").core, vocabularyOf("ar").core];

describe("a value in a sentence of the core", () => {
  test("is a day or a moment as people of the language write it", () => {
    expect(say(german, "bis {end}", { end: "2027-03-05" })).toBe("bis 05.03.2027");
    expect(say(english, "until {until}", { until: "2027-03-05T12:30:00.000Z" })).toContain("Mar 5, 2027");
  });

  test("is an amount as people of the language write it", () => {
    expect(say(german, "{price}", { price: "1234.50 EUR" })).toBe("1.234,50\u00a0€");
    expect(say(english, "{price}", { price: "1200 JPY" })).toBe("¥1,200");
  });

  test("is left alone where it is to be typed or read letter by letter", () => {
    expect(say(german, "{value} {input}", { value: "2027-03-05", input: "12.00 EUR" })).toBe("2027-03-05 12.00 EUR");
  });

  test("is said in the language when it is the end of a sentence", () => {
    expect(say(german, "{found}", { found: "no answer (timeout)" })).toBe(
      "keine Antwort (keine Antwort in angemessener Zeit)",
    );
    expect(say(german, "{plan}", { plan: "reissued by itself on 2027-03-05" })).toBe(
      "es wird am 05.03.2027 von selbst neu ausgestellt",
    );
    expect(say(german, "{alternatives}", { alternatives: "dns-txt or dns-cname or file" })).toBe(
      "DNS-Eintrag (TXT), DNS-Eintrag (CNAME) oder Datei auf der Website",
    );
  });

  test("stays as it is when it is in the words of somebody else", () => {
    expect(say(german, "{because}", { because: "ECONNRESET 12" })).toBe("ECONNRESET 12");
    expect(say(german, "{found}", { found: '"{found} $& {"' })).toBe('"{found} $& {"');
  });

  test("is kept apart from a text that is written from right to left", () => {
    const said = say(arabic, "{name}: {found}", { name: "*.example.com", found: "no such record" });
    expect(said).toBe("\u2068*.example.com\u2069: \u2068لا يوجد سجل كهذا\u2069");
    expect(withoutIsolates(said)).toBe("*.example.com: لا يوجد سجل كهذا");
  });
});

test.each(PHRASES)("the end of a sentence is taken for itself and for no other: %s", (phrase) => {
  const names = [...phrase.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
  const values = Object.fromEntries(names.map((name, at) => [name, `x${at}`]));
  expect(say(german, "{because}", { because: render(phrase, values) })).toBe(render(german.phrases[phrase], values));
});

test("every reason of the core why a name or a CSR cannot be used is known in all languages", () => {
  expect(PHRASES).toEqual(expect.arrayContaining([...Object.values(nameRefusals), ...Object.values(csrFlaws)]));
});

describe.each(LOCALES)("in %s", (locale) => {
  const { core } = vocabularyOf(locale);

  test("a wait, a failure and a message are said with all their values", () => {
    const wait = waitInWords(core, {
      reason: "licence.running",
      parameters: { notAfter: "2027-03-05", licenceEnd: "2028-01-01", plan: "x" },
    });
    const failed = failureInWords(core, { code: "host.unreachable", parameters: { host: "web1", because: "timeout" } });
    const mail = mailInWords(core, {
      template: "licence-ending",
      parameters: { names: "a.example", end: "2027-03-05", order: "ord_1" },
    });
    for (const text of [...Object.values(wait), ...Object.values(failed), ...Object.values(mail)])
      expect(text).not.toMatch(/[{}]/);
    expect(`${wait.sentence} ${mail.subject}`).toMatch(/2027/);
    expect(failed.sentence).toContain("web1");
  });

  test("the notice of a refusal says it anew", () => {
    const told = {
      template: "request-refused",
      parameters: { names: "a.example", problem: "in English", fix: "in English" },
    } as const;
    const refusal = { code: "issuer.funds", parameters: { issuer: "demo" } } as const;
    const { text } = mailInWords(core, told, refusal);
    expect(text).not.toContain("in English");
    expect(withoutIsolates(text)).toBe(`${core.errors["issuer.funds"].sentence}\n${core.errors["issuer.funds"].fix}`);
  });
});
