import type { CaaRecord } from "@hostseal/rules";
import { type Cursor, take8, takeBytes } from "./cursor.ts";
import { fromZoneCharacters, toZoneCharacters } from "./escape.ts";

const TAG = /^[A-Za-z0-9-]+$/;
const TEXT = /^(\d{1,3}) ([A-Za-z0-9-]+) "(.*)"$/;

/** The rest of the place as CAA in presentation form, `0 issue "ca.example"` (RFC 8659 §4.1). */
export const takeCaaText = (cursor: Cursor): string => {
  const flags = take8(cursor);
  const tag = takeBytes(cursor, take8(cursor)).toString("latin1");
  if (!TAG.test(tag)) throw new RangeError("a CAA property without a proper tag");
  const value = takeBytes(cursor, cursor.end - cursor.at);
  return `${flags} ${tag} "${toZoneCharacters(value, '"')}"`;
};

/** The record behind the text that `takeCaaText` writes, the value with one character for each byte. */
export const fromCaaText = (text: string): CaaRecord => {
  const [, flags, tag = "", value = ""] = TEXT.exec(text) ?? [];
  return { flags: Number(flags), tag, value: fromZoneCharacters(value) };
};
