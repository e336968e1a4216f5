import { makeKey, readCertificate, signCertificate } from "@hostseal/pki";
import { asId } from "@hostseal/core";
import { DAY, fromIso } from "@hostseal/rules";
import { expect, it } from "vitest";
import { planSteps } from "./plan-steps.ts";
import type { Undo } from "./undo.ts";

const factsFor = async (...names: readonly string[]) => {
  const privateKey = await makeKey("ec-p256");
  const name = { commonName: "Test" };
  const [notBefore, issuer] = [fromIso("2026-11-21"), { name, privateKey }];
  const certificate = await signCertificate({
    subject: {},
    issuer,
    publicKey: privateKey.publicKeyPem,
    serial: "01",
    notBefore,
    notAfter: notBefore + DAY,
    names: [...names],
  });
  const read = readCertificate(certificate);
  return read.kind === "certificate" ? read.certificate : expect.unreachable();
};

const undo: Undo = {
  site: asId("example.com"),
  place: "domain-tls",
  sha256: "1".repeat(64),
  previous: null,
  keepsake: ".hostseal-example.com.sealed",
  wasSslOff: false,
  skipped: [],
};

it("says of a plain installation what is kept, what is put where, and that the server reloads", async () => {
  const steps = planSteps(undo, await factsFor("example.com"), "example.com");
  expect(steps.map(({ kind }) => kind)).toEqual(["write-file", "call", "reload"]);
  expect(steps[1]?.detail).toMatch(/^- none\n\+ sha256 [0-9a-f]{64}, valid until 2026-11-22/);
});

it("says what else is switched, taken from others, and shown to mail programs", async () => {
  const leaf = await factsFor("example.com", "*.example.com");
  const steps = planSteps({ ...undo, wasSslOff: true, skipped: [...leaf.names] }, leaf, "example.com");
  const said = steps.map(({ summary, detail }) => `${summary} ${detail ?? ""}`).join("\n");
  expect(said).toContain("Switch SSL on for example.com");
  expect(said).toContain("Keep its names from automatic certificates + example.com\n+ *.example.com");
  expect(said).toContain("ask for mail.example.com");
});
