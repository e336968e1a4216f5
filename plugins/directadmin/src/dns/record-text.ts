import type { ZoneRecord } from "@hostseal/core";

const plain = (host: string): string => host.toLowerCase().replace(/\.$/, "");

/** A name as the panel writes it, absolute with its final dot or relative to the zone, as we do. */
export const absoluteName = (name: string, zone: string): string => {
  if (name === "" || name === "@") return plain(zone);
  return name.endsWith(".") ? plain(name) : `${plain(name)}.${plain(zone)}`;
};

/** Quoted strings of a TXT record, put together (RFC 1035 §5.1); a text without quotes is taken as it is. */
const fromQuoted = (text: string): string => {
  const strings = [...text.matchAll(/"((?:[^"\\]|\\[\s\S])*)"/g)].map(([, inner = ""]) => inner);
  if (strings.length === 0) return text;
  return strings
    .join("")
    .replaceAll(/\\(\d{3}|[\s\S])/g, (_whole, escaped: string) =>
      /^\d{3}$/.test(escaped) ? String.fromCodePoint(Number(escaped)) : escaped,
    );
};

const toQuoted = (text: string): string => `"${text.replaceAll(/["\\]/g, "\\$&")}"`;

/** The record as the panel wants it. */
export const toWire = ({ type, host, value }: ZoneRecord): { readonly name: string; readonly value: string } => ({
  name: `${plain(host)}.`,
  value: type === "TXT" ? toQuoted(value) : `${plain(value)}.`,
});

/** The value of a listed record as the port has it. */
export const fromWire = (type: string, value: string, zone: string): string => {
  if (type === "TXT") return fromQuoted(value);
  return type === "CNAME" ? absoluteName(value, zone) : value;
};

/** A listed record as the panel wants to hear it again: a query string in itself. */
export const combine = ({ name, value }: { readonly name: string; readonly value: string }): string =>
  `name=${encodeURIComponent(name)}&value=${encodeURIComponent(value)}`;
