import type { ErrorCode } from "@hostseal/core";
import { expect, test } from "vitest";
import { toFailure } from "./to-failure.ts";

const said = (full: string, program = "install-cert") =>
  toFailure({
    host: "panel",
    account: "alice",
    site: "example.com",
    program,
    refusal: { error: full.split("\n")[0] ?? "", full_error: full },
  });

const CASES: readonly (readonly [words: string, code: ErrorCode, sentence: string])[] = [
  ["You are not allowed to run remote commands", "host.permission-missing", "can-edit remote_api"],
  ["Remote program hostseal-look does not exist", "host.refused", "module is not installed"],
  ["You are not allowed to run this command for virtual server example.com", "host.permission-missing", "can-edit ssl"],
  ["Virtual server example.com does not exist", "host.site-unknown", "no site example.com"],
  ["No virtual server named example.com found", "host.site-unknown", "no site example.com"],
  ["Domain example.com does not exist", "host.site-unknown", "no site example.com"],
  ["No top-level domain owned by alice exists", "host.refused", "no sites of this account"],
  ["hostseal: stale: another certificate is installed", "host.plan-stale", "changed while"],
  ["hostseal: key-unknown: no such key", "host.refused", "the private key is not there"],
  ["hostseal: path-not-allowed: no", "host.refused", "only files below /.well-known/"],
  ["hostseal: path-taken: a folder", "host.refused", "in the way of the file"],
  ["This server shares it's SSL certificate with another domain", "host.refused", "certificate of another domain"],
  ["Certificate problems found : Certificate and private key do not match", "host.refused", "does not belong"],
  ["Invalid data for key : Data must start with -----BEGIN", "host.refused", "cannot read the private key"],
  ["Invalid data for ca : Data must start with -----BEGIN", "host.refused", "cannot read the chain"],
  ["Invalid data for cert : Data must start with -----BEGIN", "host.refused", "cannot use the certificate"],
  ["Virtual server example.com does not have a DNS domain", "host.refused", "no DNS for this domain"],
  ["Apache configuration check failed : line 3", "host.config-broken", "line 3"],
  ["Something nobody has heard of", "host.refused", "Something nobody has heard of"],
  ["", "host.refused", "it does not say why"],
];

test.each(CASES)("%j is %s: %s", (words, code, sentence) => {
  const made = said(words);
  expect(made.code).toBe(code);
  expect(made.message).toContain(sentence);
});

test("a warning before the reason does not hide it", () => {
  expect(said("perl: warning: Setting locale failed.\nVirtual server example.com does not exist").code).toBe(
    "host.site-unknown",
  );
});

test("what Webmin logs in between is not taken for the reason", () => {
  const full = "[22/Nov/2026:01:09:19 +0000] [127.0.0.1] Failed to get version\nhostseal: No virtual host found\n";
  expect(said(full, "hostseal-restore").message).toContain("refused the installation: No virtual host found");
});

test("of a program that tells of its progress, the step that went wrong is taken", () => {
  const full = "Updating server example.com ..\n    Adding SSL ..\n    .. done\n.. clash detected : port 443\n";
  expect(said(full, "enable-feature").message).toContain("clash detected : port 443");
});

test("the capability is that of the program, with the command that grants it", () => {
  const words = "You are not allowed to run this command for virtual server example.com";
  expect(said(words, "modify-dns").message).toContain("virtualmin modify-limits --user alice --can-edit records");
  expect(said("You are not allowed to run remote commands", "install-service-cert").message).toContain("administrator");
});
