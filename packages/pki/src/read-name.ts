import { at, children, type Der, oid, text } from "./der.ts";

/** A distinguished name as read: one line for people, and its common names in order. */
export type ReadName = { readonly line: string; readonly commonNames: readonly string[] };

const COMMON_NAME = "2.5.4.3";

const LABELS: Readonly<Record<string, string>> = {
  [COMMON_NAME]: "CN",
  "2.5.4.4": "SN",
  "2.5.4.5": "serialNumber",
  "2.5.4.6": "C",
  "2.5.4.7": "L",
  "2.5.4.8": "ST",
  "2.5.4.9": "street",
  "2.5.4.10": "O",
  "2.5.4.11": "OU",
  "2.5.4.15": "businessCategory",
  "2.5.4.17": "postalCode",
  "0.9.2342.19200300.100.1.25": "DC",
  "1.2.840.113549.1.9.1": "emailAddress",
  "1.3.6.1.4.1.311.60.2.1.1": "jurisdictionL",
  "1.3.6.1.4.1.311.60.2.1.2": "jurisdictionST",
  "1.3.6.1.4.1.311.60.2.1.3": "jurisdictionC",
};

const escaped = (value: string): string => value.replaceAll(/[\\,+]/g, String.raw`\$&`).replaceAll(/\p{Cc}/gu, " ");

/** Reads a Name (RFC 5280 §4.1.2.4) in the order it was written: `C=GB, O=Example Ltd, CN=www.example.com`. */
export const readName = (name: Der | undefined): ReadName => {
  const attributes = children(name)
    .flatMap(children)
    .map((attribute) => {
      const value = at(attribute, 1);
      return { type: oid(at(attribute, 0)) ?? "?", value: value ? text(value) : "" };
    });
  return {
    line: attributes.map(({ type, value }) => `${LABELS[type] ?? type}=${escaped(value)}`).join(", "),
    commonNames: attributes.filter(({ type }) => type === COMMON_NAME).map(({ value }) => value),
  };
};
