import type { ZoneRecord } from "@hostseal/core";
import type { Records } from "./wire.ts";

/** A record as the panel lists it: what stands in the zone file, with its escapes. */
export type ListedRecord = { readonly type: string; readonly values: readonly string[] };

const LONGEST_TEXT = 255;
/** The panel takes a record apart at white space and puts it together with single spaces. */
const WRITABLE = /^[!-~]+(?: [!-~]+)*$/;

/** It also takes what follows a semicolon for a comment, where something before it had to be escaped. */
const CONFUSING = /^(?=.*;).*["\\]/;

/** Whether a text can be one string of a TXT record and comes out of the panel as it went in. */
export const isWritableText = (value: string): boolean =>
  value.length <= LONGEST_TEXT && WRITABLE.test(value) && !CONFUSING.test(value);

const escaped = (value: string): string => value.replaceAll(/["\\]/g, String.raw`\$&`);
const unescaped = (value: string): string => value.replaceAll(/\\(.)/g, "$1");
const hostOf = (text: string): string => text.toLowerCase().replace(/\.$/, "");

/** Name, type and value as `modify-dns` wants them, in one parameter. */
export const toParameter = ({ type, host, value }: ZoneRecord): string =>
  `${hostOf(host)}. ${type} ${type === "TXT" ? escaped(value) : `${hostOf(value)}.`}`;

/** The same for one that is listed, value by value as it stands there. */
export const listedParameter = (host: string, { type, values }: ListedRecord): string =>
  `${hostOf(host)}. ${type} ${values.join(" ")}`;

export const listedAt = ({ data }: Records, host: string): readonly ListedRecord[] =>
  data.flatMap(({ name, values }) =>
    values?.type?.[0] !== undefined && hostOf(name) === hostOf(host)
      ? [{ type: values.type[0], values: values.value ?? [] }]
      : [],
  );

/** Whether a listed record is this one. */
export const isRecord = ({ type, values }: ListedRecord, wanted: ZoneRecord): boolean => {
  if (type !== wanted.type) return false;
  return type === "TXT"
    ? values.map(unescaped).join("") === wanted.value
    : hostOf(values[0] ?? "") === hostOf(wanted.value);
};

/** An alias beside anything else of its name, with which no name server loads the zone (RFC 1034 §3.6.2). */
export const isClash = (listed: readonly ListedRecord[]): boolean =>
  listed.length > 1 && listed.some(({ type }) => type === "CNAME");
