import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LARGEST_LOGO, readLogo } from "./logo.ts";

const svg = (inside: string, attributes = 'viewBox="0 0 8 8"'): Uint8Array =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${inside}</svg>`);

const PNG = Buffer.concat([
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  Buffer.from("shortened"),
  Buffer.from([0, 0, 0, 0]),
  Buffer.from("IEND"),
  Buffer.from([0xae, 0x42, 0x60, 0x82]),
]);

describe("a logo", () => {
  it("is a drawing of plain shapes, or a PNG", () => {
    const drawing = svg('<title>Pier</title><path d="M0 0h8v8z" fill="#0b6e4f"/><g><circle cx="4" cy="4" r="2"/></g>');
    expect(readLogo(drawing)?.type).toBe("image/svg+xml");
    expect(readLogo(Buffer.concat([Buffer.from('<?xml version="1.0"?>\n'), drawing]))?.type).toBe("image/svg+xml");
    expect(readLogo(svg('<path fill="url(#own)" d="M0 0"/>'))?.type).toBe("image/svg+xml");
    expect(readLogo(PNG)?.type).toBe("image/png");
  });

  it("runs nothing, loads nothing, and hides nothing", () => {
    const evil = [
      "<script>alert(1)</script>",
      "<style>*{background:url(https://evil.example)}</style>",
      '<a href="javascript:alert(1)"><rect/></a>',
      '<image href="https://evil.example/x.png"/>',
      '<use href="https://evil.example#x"/>',
      "<foreignObject><body/></foreignObject>",
      '<rect onload="alert(1)"/>',
      '<rect fill="url(https://evil.example)"/>',
      '<path d="M0 0" style="x"/>',
      "<!-- <script> -->",
      "<![CDATA[<script>]]>",
      "&lt;script&gt;",
      '<rect fill="&#106;"/>',
      '<animate attributeName="href"/>',
    ];
    for (const inside of evil) expect(readLogo(svg(inside)), inside).toBeUndefined();
    expect(readLogo(svg("", 'onload="alert(1)"'))).toBeUndefined();
    expect(readLogo(Buffer.from('<!DOCTYPE svg [<!ENTITY x "y">]><svg></svg>'))).toBeUndefined();
  });

  it("is nothing else that calls itself a picture, and not too large", () => {
    expect(readLogo(Buffer.from("<html><svg></svg></html>"))).toBeUndefined();
    expect(readLogo(Buffer.from("GIF89a"))).toBeUndefined();
    expect(readLogo(PNG.subarray(0, 12))).toBeUndefined();
    expect(readLogo(svg(`<path d="${"M0 0".repeat(LARGEST_LOGO / 4)}"/>`))).toBeUndefined();
  });

  it("never holds a handler, whatever is written between the marks", () => {
    const word = fc.stringMatching(/^[a-zA-Z0-9:="'/<>& -]{0,40}$/);
    fc.assert(
      fc.property(word, (inside) => {
        const logo = readLogo(svg(inside));
        if (logo !== undefined) expect(Buffer.from(logo.bytes).toString()).not.toMatch(/<script|\son[a-z]+\s*=|<!/i);
      }),
    );
  });
});
