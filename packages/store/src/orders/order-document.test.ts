import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sampleOrder } from "@hostseal/core/sample-order";
import { cardFromHead, orderDocumentCodec, toDocument } from "./order-document.ts";

const document = toDocument(sampleOrder("order-1", { contactEmails: ["jürgen@example.com"] }), 7);
const text = orderDocumentCodec.encode(document);
const fine = (value: unknown) => ({ kind: "fine", value });

/** The card as a start finds it. */
const quickCard = (content: string) => {
  const [firstLine = ""] = content.split("\n");
  return cardFromHead(firstLine, Buffer.byteLength(content));
};

describe("the text of an order document", () => {
  it("gives back the order, and its card from the first line alone", () => {
    expect(orderDocumentCodec.decode(text)).toEqual(fine(document));
    expect(quickCard(text)).toEqual(document.card);
  });

  it("may be laid out anew by hand, and then has to be read whole", () => {
    const pretty = `${JSON.stringify(JSON.parse(text), null, 2)}\n`;
    expect(orderDocumentCodec.decode(pretty)).toEqual(fine(document));
    expect(quickCard(pretty)).toBeUndefined();
  });

  it("is unreadable wherever it was cut off, and its first line says so", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: text.length - 2 }), (length) => {
        const torn = text.slice(0, length);
        expect(orderDocumentCodec.decode(torn).kind).toBe("unreadable");
        expect(quickCard(torn)).toBeUndefined();
      }),
    );
  });

  it.each(["", "null", "[]", "{}", "garbage", '{"card":1,"order":2}', `{"card":{},\n"order":{}}\n`, "\0\0\0\0,"])(
    "is unreadable when it is %j",
    (foreign) => {
      expect(orderDocumentCodec.decode(foreign).kind).toBe("unreadable");
      expect(quickCard(foreign)).toBeUndefined();
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
