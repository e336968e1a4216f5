import { describe, expect, it } from "vitest";
import { isSerialConflict, toFailure } from "./translate.ts";

const told = (words: string, by: "token" | "function" = "function", call = "SSL::install_ssl") =>
  toFailure({ host: "panel", account: "alice", call, by, words, evidence: "HTTP 200" });

describe("the words of a refusal", () => {
  it.each([
    ["You do not have the feature “sslinstall”.", "host.permission-missing", "the feature sslinstall of the account"],
    ["You do not have the feature «zoneedit».", "host.permission-missing", "the feature zoneedit of the account"],
    ["You do not have the feature passengerapps", "host.permission-missing", "the feature passengerapps"],
    ["You do not control a DNS zone named example.com.", "host.refused", "not hosted by the account"],
    ["Permission denied: /home/alice/x", "host.refused", 'SSL::install_ssl says "Permission denied: /home/alice/x"'],
    ["", "host.refused", 'says ""'],
  ])("%j: %s", (words, code, sentence) => {
    expect(told(words)).toMatchObject({ code, message: expect.stringContaining(sentence), evidence: "HTTP 200" });
  });

  it("about the token name the privilege that WHM wants for the call", () => {
    const words = "You do not have permission to call this.";
    const sentences = ["SSL::install_ssl", "install_service_ssl_certificate", "gethostname"].map(
      (call) => told(words, "token", call).message,
    );
    expect(sentences).toEqual([
      "panel does not allow this: the privilege cpanel-api of the API token is missing.",
      "panel does not allow this: the privilege ssl of the API token is missing.",
      "panel does not allow this: a privilege of the API token for gethostname is missing.",
    ]);
  });

  it("about the account name it", () => {
    for (const words of ["The user “alice” does not exist.", "You do not control the user “alice”."])
      expect(told(words, "token").message).toContain("it has no account alice that this token may use");
  });

  it("are quoted in short", () => {
    expect(told("x".repeat(5_000)).message.length).toBeLessThan(400);
  });
});

it("a serial number that is not the zone's any more is told from other refusals", () => {
  const words = "The given serial number (1) does not match the DNS zone’s serial number (2). Refresh your view.";
  expect(isSerialConflict(words)).toBe(true);
  expect(isSerialConflict("“serial” must be a number.")).toBe(false);
});
