import { randomBytes } from "node:crypto";
import { Secret } from "@hostseal/pki";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { open, seal } from "./sealing.ts";

const random = { bytes: (count: number) => randomBytes(count) };
const credential = new Secret("login-key");
const purpose = ".hostseal-example.com.sealed";

describe("a sealed text", () => {
  it("is opened with the same credential for the same purpose, whatever it says", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const sealed = seal(new Secret(text), { credential, purpose, random });
        expect(sealed).toMatch(/^[\w.-]+$/);
        expect(open(sealed, { credential, purpose })?.reveal()).toBe(text);
      }),
    );
  });

  it("stays closed for another credential, for another purpose, and when a letter is another", () => {
    const sealed = seal(new Secret("key"), { credential, purpose, random });
    expect(open(sealed, { credential: new Secret("other"), purpose })).toBeUndefined();
    expect(open(sealed, { credential, purpose: "other" })).toBeUndefined();
    const at = sealed.length - 10;
    const changed = `${sealed.slice(0, at)}${sealed[at] === "A" ? "B" : "A"}${sealed.slice(at + 1)}`;
    expect(open(changed, { credential, purpose })).toBeUndefined();
  });

  it("is none, when it is anything else", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (text, rest) => {
        expect(open(text, { credential, purpose })).toBeUndefined();
        expect(open(`hostseal-keepsake-1.${rest}`, { credential, purpose })).toBeUndefined();
      }),
    );
  });
});
