import { format, inspect } from "node:util";
import { expect, test } from "vitest";
import { isSecret, Secret } from "./secret.ts";

const secret = new Secret("hunter2");

test("gives its value to reveal alone", () => {
  expect(secret.reveal()).toBe("hunter2");
});

test.each([
  ["string conversion", String(secret)],
  ["joining", [secret].join()],
  ["JSON", JSON.stringify({ secret })],
  ["inspect", inspect({ deep: { secret } }, { depth: 9, showHidden: true })],
  ["console formatting", format("%s %o %O %j", secret, secret, secret, secret)],
  ["its own properties", JSON.stringify([Object.entries(secret), Object.getOwnPropertyNames(secret)])],
  ["a structured clone", inspect(structuredClone(secret), { showHidden: true })],
])("stays hidden in %s", (_, printed) => {
  expect(printed).not.toContain("hunter2");
});

test("says what it is instead", () => {
  expect([String(secret), JSON.stringify(secret), inspect(secret)]).toEqual(["[secret]", '"[secret]"', "[secret]"]);
});

test("is told from other values", () => {
  expect([isSecret(secret), isSecret("hunter2"), isSecret({ reveal: () => "x" }), isSecret(undefined)]).toEqual([
    true,
    false,
    false,
    false,
  ]);
});
