import { AssertionError } from "node:assert";
import { rm } from "node:fs/promises";
import { createSsh2Transport } from "@hostseal/installer";
import { afterAll, beforeAll, expect, it, onTestFinished } from "vitest";
import { transportContract } from "./transport-contract.ts";
import { transportLiars } from "./transport-liars.ts";
import type { TransportKeyFolder } from "./transport-sshd-subject.ts";
import { makeTransportKeys, openTransportSubject } from "./transport-sshd-subject.ts";

let made: TransportKeyFolder;
beforeAll(async () => {
  made = await makeTransportKeys();
});
afterAll(async () => rm(made.folder, { recursive: true }));

it.each(transportLiars)("a transport that $title is found out", async ({ foundBy, spoil }) => {
  const driver = { can: { secrets: true, postQuantum: false }, create: createSsh2Transport };
  const subject = await openTransportSubject({ ...driver, create: (deps) => spoil(createSsh2Transport(deps)) }, made);
  onTestFinished(async () => subject.close());
  const verdict = transportContract.find(({ name }) => name === foundBy)?.run(subject);
  await expect(verdict).rejects.toBeInstanceOf(AssertionError);
});
