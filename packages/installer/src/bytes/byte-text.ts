import { isUtf8 } from "node:buffer";

/** Bytes above ASCII that are no UTF-8 become lone surrogates, which no UTF-8 text contains. */
const ESCAPE = 0xdc00;
const LAST_ASCII = 0x7f;
const ESCAPED = /[\u{dc80}-\u{dcff}]/gu;
const PIECES = /[\u{dc80}-\u{dcff}]+|[^\u{dc80}-\u{dcff}]+/gu;

const escapeByte = (byte: number): string => String.fromCharCode(byte > LAST_ASCII ? ESCAPE + byte : byte);

/**
 * Bytes as text, without loss: `fromText` gives the same bytes back. UTF-8 reads as what it says; anything else keeps
 * its ASCII and holds each other byte as a lone surrogate U+DC80–U+DCFF (after PEP 383), so two different byte strings
 * are never the same text.
 */
export const toText = (bytes: Uint8Array): string => {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return isUtf8(buffer) ? buffer.toString("utf8") : Array.from(buffer, escapeByte).join("");
};

/** The bytes that `toText` read, or those of an ordinary string in UTF-8. */
export const fromText = (text: string): Buffer => {
  if (text.isWellFormed()) return Buffer.from(text, "utf8");
  const pieces = text.match(PIECES) ?? [];
  return Buffer.concat(pieces.map((piece) => Buffer.from(piece, piece.isWellFormed() ? "utf8" : "latin1")));
};

const hex = (unit: number): string => String.raw`\x${unit.toString(16).padStart(2, "0").toUpperCase()}`;

/** Control characters, which would move the cursor of a terminal or hide text in it; the tab is harmless. */
const CONTROLS = /[^\P{Cc}\t]/gu;

/** Text for a person's eyes: control characters and bytes that are no UTF-8 as `\xNN`. */
export const toReadable = (text: string): string =>
  text
    .replaceAll(CONTROLS, (found) => hex(found.charCodeAt(0)))
    .replaceAll(ESCAPED, (found) => hex(found.charCodeAt(0) - ESCAPE));
