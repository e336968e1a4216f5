import fc from "fast-check";
import { expect, it } from "vitest";
import { empties, leaf, node } from "./markup.ts";
import { elementsAt, readPacket } from "./read-packet.ts";

const read = (xml: string) => {
  const found = readPacket(`<packet version="1.6.9.1">${xml}</packet>`);
  return "packet" in found ? elementsAt(found.packet, ["outer", "inner"]) : [found.because];
};

it("writes elements in their order", () => {
  expect(node("get", node("filter", leaf("name", "example.com")), ...empties("dataset")).xml).toBe(
    "<get><filter><name>example.com</name></filter><dataset></dataset></get>",
  );
});

it("lets no text out of its element", () => {
  const word = fc.string({
    unit: fc.constantFrom("<", ">", "&", '"', "]]>", "inner", "/", "a", "ü", "&#38;"),
    minLength: 1,
  });
  fc.assert(
    fc.property(word, (text) => {
      expect(read(node("outer", leaf("inner", `.${text}.`)).xml)).toEqual([`.${text}.`]);
    }),
  );
});
