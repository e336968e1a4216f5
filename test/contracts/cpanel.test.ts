import { createCarelessDouble } from "@hostseal/panel-doubles/cpanel";
import { describe, expect, it, onTestFinished } from "vitest";
import { capabilities, openCpanel } from "./cpanel-subject.ts";
import { hostContractFor } from "./host-contract.ts";

const contract = hostContractFor(capabilities);

describe("cPanel & WHM", () => {
  it.for(contract)("$name", async (check, { annotate }) => {
    const subject = await openCpanel();
    onTestFinished(async () => subject.close());
    const measured = await check.run(subject);
    if (measured) await annotate(measured);
  });
});

/** What goes another way with an account's own token, or on a server without the newer functions. */
const DIFFERS = new Set([
  "lists its sites, with names as a certificate carries them",
  "says which software it is in which version, and changes nothing by being asked",
  "names the permission that a credential lacks when it is examined",
  "puts back exactly what was there, a certificate or none",
  "is unreachable when it is disturbed, silent or cut off, whatever it is asked",
  "says so when the credential is not known, whatever it is asked",
  "takes no more calls than it says",
]);

describe("an account's own token on an older server", () => {
  it.for(contract.filter(({ name, needs }) => needs !== undefined || DIFFERS.has(name)))("$name", async (check) => {
    const subject = await openCpanel({ access: "account", version: "11.110.0.30" });
    onTestFinished(async () => subject.close());
    await check.run(subject);
  });
});

describe("a server that says yes to everything and does nothing", () => {
  it.each([
    "serves the new certificate once it is applied",
    "puts back exactly what was there, a certificate or none",
    "adds a record that DNS shows at once, and only once",
    "publishes a file that visitors get over HTTP, byte for byte",
    "forgets a key, so that nothing can be installed with it, and forgets it again without harm",
    "says so when the credential is not known, whatever it is asked",
  ])("does not: %s", async (name) => {
    const subject = await openCpanel({ openDouble: createCarelessDouble });
    onTestFinished(async () => subject.close());
    await expect(contract.find((check) => check.name === name)?.run(subject)).rejects.toThrow();
  });
});
