import { AssertionError } from "node:assert";
import { expect, it, onTestFinished } from "vitest";
import { hostContract } from "./host-contract.ts";
import { openDemoSubject } from "./host-demo-subject.ts";
import { hostLiars } from "./host-liars.ts";

it.each(hostLiars)("a host that $title is found out", async ({ foundBy, spoil }) => {
  const subject = await openDemoSubject({ spoil });
  onTestFinished(async () => subject.close());
  const verdict = hostContract.find(({ name }) => name === foundBy)?.run(subject);
  await expect(verdict).rejects.toBeInstanceOf(AssertionError);
});

it("every promise of the contract has somebody who breaks it", () => {
  const broken = new Set(hostLiars.map(({ foundBy }) => foundBy));
  expect(hostContract.map(({ name }) => name).filter((name) => !broken.has(name))).toEqual([]);
});
