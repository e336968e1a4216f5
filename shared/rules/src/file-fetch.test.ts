import { describe, expect, it } from "vitest";
import { ACME_HTTP_FETCH, FILE_FETCH } from "./file-fetch.ts";
import { DAY } from "./instant.ts";
import { PERSISTENT_RECORD } from "./persistent-record.ts";
import { RANDOM_VALUE_LIFE, REQUEST_TOKEN_LIFE } from "./token-life.ts";

describe("what an issuer looks for", () => {
  it("is a file in one folder, on four ports, through redirects of the protocol only", () => {
    expect(FILE_FETCH).toMatchObject({
      path: "/.well-known/pki-validation",
      ports: [80, 443, 25, 22],
      redirects: [301, 302, 307, 308],
    });
  });

  it("is a short ACME answer on the web's own ports", () => {
    expect(ACME_HTTP_FETCH).toMatchObject({ path: "/.well-known/acme-challenge", ports: [80, 443], maxBodyBytes: 128 });
  });

  it("lives for thirty days", () => {
    expect([RANDOM_VALUE_LIFE, REQUEST_TOKEN_LIFE]).toEqual([30 * DAY, 30 * DAY]);
  });

  it("names the account in a persistent record", () => {
    expect(PERSISTENT_RECORD).toMatchObject({ label: "_validation-persist", required: ["accounturi"] });
  });
});
