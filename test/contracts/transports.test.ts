import { rm } from "node:fs/promises";
import { createSsh2Transport, createSystemSshTransport } from "@hostseal/installer";
import { afterAll, beforeAll, describe, it, onTestFinished } from "vitest";
import { transportContractFor } from "./transport-contract.ts";
import type { Driver, TransportKeyFolder } from "./transport-sshd-subject.ts";
import { makeTransportKeys, openTransportSubject } from "./transport-sshd-subject.ts";

const drivers: readonly (Driver & { readonly title: string })[] = [
  { title: "the built-in driver", can: { secrets: true, postQuantum: false }, create: createSsh2Transport },
  { title: "the system's ssh", can: { secrets: false, postQuantum: true }, create: createSystemSshTransport },
];

describe.each(drivers)("$title", (driver) => {
  let made: TransportKeyFolder;
  beforeAll(async () => {
    made = await makeTransportKeys();
  });
  afterAll(async () => rm(made.folder, { recursive: true }));

  it.for(transportContractFor(driver.can))("$name", async (check, { annotate }) => {
    const subject = await openTransportSubject(driver, made);
    onTestFinished(async () => subject.close());
    const measured = await check.run(subject);
    if (measured) await annotate(measured);
  });
});
