import { AssertionError } from "node:assert";
import { describe, expect, it, onTestFinished } from "vitest";
import { directadminUnderTest } from "./directadmin-subject.ts";
import { hostContract, hostContractFor } from "./host-contract.ts";
import { openPanelSubject } from "./host-panel-subject.ts";

const servers = [
  directadminUnderTest("DirectAdmin"),
  directadminUnderTest("DirectAdmin before /api/domain-tls", { edition: "older" }),
];

describe.each(servers)("$title", (server) => {
  it.for(hostContractFor(server.capabilities))("$name", async (check, { annotate }) => {
    const subject = await openPanelSubject(server);
    onTestFinished(async () => subject.close());
    const measured = await check.run(subject);
    if (measured) await annotate(measured);
  });
});

describe("a server that accepts everything and installs nothing is found out by the check that the host", () => {
  it.each([
    "serves the new certificate once it is applied",
    "goes on serving the new certificate when it is committed, however often",
    "says so when the credential is not known, whatever it is asked",
  ])("%s", async (name) => {
    const subject = await openPanelSubject(directadminUnderTest("DirectAdmin, careless", { isCareless: true }));
    onTestFinished(async () => subject.close());
    const verdict = hostContract.find((check) => check.name === name)?.run(subject);
    await expect(verdict).rejects.toBeInstanceOf(AssertionError);
  });
});
