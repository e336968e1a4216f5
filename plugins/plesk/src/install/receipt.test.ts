import { describe, expect, it } from "vitest";
import { nameFor, prefixFor, readUndo, type Undo } from "./receipt.ts";

const undo: Undo = {
  site: "example.com",
  siteId: "82",
  name: "hostseal-a379a6f6eeaf-0123456789abcdef01234567",
  sha256: "0123456789abcdef".repeat(4),
  before: null,
  ssl: false,
  services: [],
};

describe("the name of a certificate in a repository", () => {
  it("is of one site and one certificate, short, and in letters that every version takes", () => {
    const name = nameFor(undo.site, undo.sha256);
    expect(name).toBe(undo.name);
    expect(name).toMatch(/^[A-Za-z0-9._-]{1,60}$/);
    expect(nameFor("www.example.com", undo.sha256)).not.toBe(name);
    expect(name.startsWith(prefixFor(undo.site))).toBe(true);
  });
});

describe("a receipt", () => {
  it("is read back from what was stored", () => {
    expect(readUndo({ id: "1", undo: JSON.parse(JSON.stringify(undo)) }, "plesk")).toEqual(undo);
  });

  it.each([{}, { ...undo, before: undefined }, { ...undo, services: [{ service: "ftp", before: "" }] }])(
    "of somebody else is refused: %j",
    (foreign) => {
      expect(() => readUndo({ id: "1", undo: foreign }, "plesk")).toThrow("the receipt is not one of its own");
    },
  );
});
