import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { elementsAt, readPacket } from "./read-packet.ts";

const packet = (content: string) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<packet version="1.6.9.1">${content}</packet>\n`;

const contentOf = (text: string, path: readonly string[]) => {
  const read = readPacket(text);
  return "packet" in read ? elementsAt(read.packet, path) : read.because;
};

describe("a packet", () => {
  it("gives the elements at a path, whether they or their parents stand once or more often", () => {
    const text = packet("<dns><get><a>1</a></get><get><a>2</a><a>3</a></get></dns><dns><get><a/></get></dns>");
    expect(contentOf(text, ["dns", "get", "a"])).toEqual(["1", "2", "3", ""]);
    expect(contentOf(text, ["dns", "get", "a", "b"])).toEqual([]);
  });

  it("keeps values as the text they are", () => {
    const text = packet("<a>0045</a><a>1e3</a><a>true</a><a>&lt;&#39;&amp;lt;</a><a><![CDATA[<b>]]></a>");
    expect(contentOf(text, ["a"])).toEqual(["0045", "1e3", "true", "<'&lt;", "<b>"]);
  });
});

const LAUGHS = `<!DOCTYPE packet [<!ENTITY a "ha"><!ENTITY b "${"&a;".repeat(100)}">]><packet>&b;</packet>`;

it.each([
  ["entities of its own", LAUGHS, "it declares entities"],
  ["a file of the reader's machine", '<!DOCTYPE p SYSTEM "file:///etc/passwd"><packet/>', "it declares entities"],
  ["half a packet", packet("<a>1</a>").slice(0, 60), "it is no whole packet"],
  ["a page", "<!doctype html><title>Log in</title>", "it declares entities"],
  ["JSON", "{}", "it is no whole packet"],
  ["nothing", "", "it is no whole packet"],
  ["depth without end", packet("<a>".repeat(500) + "</a>".repeat(500)), "its XML cannot be read"],
])("%s is none", (_title, text, because) => {
  expect(readPacket(text)).toEqual({ because });
});

it("is read or refused, whatever comes", () => {
  const noise = fc.string({
    unit: fc.constantFrom("<", ">", "/", "a", "&", ";", "!", "[", "]", '"', "=", "packet", " "),
  });
  fc.assert(
    fc.property(noise, (text) => {
      expect(readPacket(packet(text))).toSatisfy((read: object) => "packet" in read || "because" in read);
    }),
  );
});
