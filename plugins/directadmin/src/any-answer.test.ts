import { randomBytes } from "node:crypto";
import { asId, type Host, type HostId, isFailure, type SiteId } from "@hostseal/core";
import { Secret } from "@hostseal/pki";
import type { DomainName } from "@hostseal/rules";
import fc from "fast-check";
import { expect, it } from "vitest";
import { createDirectadminHost } from "./directadmin-host.ts";

const SECRET = "the-login-key";
const SITE = asId<SiteId>("example.com");

/** An adapter whose server answers the same to everything. */
const answeredWith = (status: number, text: string): Host =>
  createDirectadminHost(
    {
      id: asId<HostId>("panel"),
      url: "https://panel.example:2222",
      account: "alice",
      credential: new Secret(SECRET),
      services: true,
    },
    {
      http: {
        send: async () => ({
          kind: "answer",
          status,
          text,
          mediaType: "application/json",
          redact: (whole) => whole.replaceAll(SECRET, "[secret]"),
        }),
      },
      random: { bytes: (count) => randomBytes(count) },
    },
  );

const receipt = {
  id: "receipt",
  undo: {
    site: "example.com",
    place: "domain-tls",
    sha256: "0".repeat(64),
    previous: null,
    keepsake: ".hostseal-example.com.sealed",
    wasSslOff: true,
    skipped: ["example.com"],
  },
};
const record = { type: "TXT", host: "_proof.example.com", value: "token" } as const;

const deeds: readonly ((host: Host) => Promise<unknown> | undefined)[] = [
  (host) => host.examine(),
  (host) => host.sites(),
  (host) => host.installed(SITE),
  (host) => host.installed(asId("service:panel")),
  (host) => host.commit(receipt),
  (host) => host.rollback(receipt),
  (host) => host.zone?.zoneFor(record.host),
  (host) => host.zone?.add(record),
  (host) => host.zone?.remove(record),
  (host) => host.webroot?.siteFor("www.example.com" as DomainName),
  (host) => host.webroot?.publish(SITE, "/.well-known/proof.txt", "token"),
  (host) => host.webroot?.withdraw(SITE, "/.well-known/proof.txt"),
];

/** Every deed comes to an end: a value, or a failure of the table that tells nobody the credential. */
const endsWell = async (status: number, text: string): Promise<void> => {
  const outcomes = deeds.map(async (deed) => {
    try {
      await deed(answeredWith(status, text));
    } catch (thrown) {
      expect(isFailure(thrown)).toBe(true);
      expect(JSON.stringify(thrown)).not.toContain(SECRET);
    }
  });
  await Promise.all(outcomes);
};

const status = fc.constantFrom(200, 204, 302, 400, 401, 402, 403, 404, 409, 429, 431, 490, 492, 500, 503);
const word = fc.constantFrom("example.com", "", "1", "yes", "ON", "NOT_FOUND", "-----BEGIN CERTIFICATE-----", SECRET);
const NAMES =
  "error type text records name value combined certIds certs id certificate dnsNames cert key chain cacert enabled skipDNSNames ssl version allowedCommands";
const name = fc.constantFrom(...NAMES.split(" "));

it("comes to terms with any text under any status", async () => {
  await fc.assert(fc.asyncProperty(status, fc.string(), endsWell));
});

it("comes to terms with the right words in the wrong places", async () => {
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof(
      { depthSize: "small" },
      word,
      fc.constantFrom(null, true, 0, 1),
      fc.array(tie("tree")),
      fc.dictionary(name, tie("tree")),
    ),
  }));
  await fc.assert(fc.asyncProperty(status, tree, async (code, value) => endsWell(code, JSON.stringify(value))));
});

it("comes to terms with names and texts in the older form", async () => {
  const pairs = fc.array(fc.tuple(name, word)).map((all) => new URLSearchParams(all).toString());
  await fc.assert(fc.asyncProperty(status, pairs, endsWell));
});
