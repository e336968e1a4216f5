import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sampleOrder } from "../../../../test/contracts/sample-order.ts";
import { decodeCard, orderDocumentCodec, toDocument } from "./order-document.ts";

const document = toDocument(sampleOrder("order-1"), 7);
const text = orderDocumentCodec.encode(document);
const fine = (value: unknown) => ({ kind: "fine", value });

describe("the text of an order document", () => {
  it("gives back the order and its card", () => {
    expect(orderDocumentCodec.decode(text)).toEqual(fine(document));
    expect(decodeCard(text)).toEqual(fine(document.card));
  });

  it("may be laid out anew by hand", () => {
    const pretty = `${JSON.stringify(JSON.parse(text), null, 2)}\n`;
    expect(orderDocumentCodec.decode(pretty)).toEqual(fine(document));
    expect(decodeCard(pretty)).toEqual(fine(document.card));
  });

  it("is unreadable wherever it was cut off", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: text.length - 2 }), (length) => {
        const torn = text.slice(0, length);
        expect([orderDocumentCodec.decode(torn).kind, decodeCard(torn).kind]).toEqual(["unreadable", "unreadable"]);
      }),
    );
  });

  it.each(["", "null", "[]", "{}", "garbage", '{"card":1,"order":2}', `{"card":{},\n"order":{}}\n`, "\0\0\0\0"])(
    "is unreadable when it is %j",
    (foreign) => {
      expect([orderDocumentCodec.decode(foreign).kind, decodeCard(foreign).kind]).toEqual(["unreadable", "unreadable"]);
    },
  );

  it("is unreadable when order and card do not tell the same", () => {
    const moved = text.replace(
      '"order":{"id":"order-1","partner":"partner-1"',
      '"order":{"id":"order-1","partner":"p"',
    );
    expect(moved).not.toBe(text);
    expect(orderDocumentCodec.decode(moved)).toEqual({
      kind: "unreadable",
      because: "its card and its order differ",
    });
  });

  it("does not repeat the text in the reason", () => {
    const decoded = orderDocumentCodec.decode('{"card": private@example.com');
    expect(decoded).toEqual({ kind: "unreadable", because: "it is not JSON" });
  });
});
