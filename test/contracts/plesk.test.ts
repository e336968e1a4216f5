import { AssertionError } from "node:assert";
import { describe, expect, it, onTestFinished } from "vitest";
import { hostContract, hostContractFor } from "./host-contract.ts";
import { openPanelSubject } from "./host-panel-subject.ts";
import { pleskWith } from "./host-plesk-subject.ts";

const open = async (panel = pleskWith()) => {
  const subject = await openPanelSubject(panel);
  onTestFinished(async () => subject.close());
  return subject;
};

describe("Plesk", () => {
  it.for(hostContractFor(pleskWith().capabilities))("$name", async (check, { annotate }) => {
    const measured = await check.run(await open());
    if (measured) await annotate(measured);
  });
});

describe("a Plesk that accepts everything and installs nothing is found out by the check that the host", () => {
  it.each([
    "serves the new certificate once it is applied",
    "goes on serving the new certificate when it is committed, however often",
    "installs a certificate for a key it kept",
    "says so when the credential is not known, whatever it is asked",
  ])("%s", async (name) => {
    const verdict = hostContract
      .find((check) => check.name === name)
      ?.run(await open(pleskWith({ acceptsAnyKey: true, installsNothing: true })));
    await expect(verdict).rejects.toBeInstanceOf(AssertionError);
  });
});
