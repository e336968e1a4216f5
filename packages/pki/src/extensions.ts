import { at, children, content, contextTag, type Der, oid, readDer } from "./der.ts";

/** The extensions of a certificate or a request by dotted type (RFC 5280 §4.1.2.9). */
export type Extensions = ReadonlyMap<string, { readonly critical: boolean; readonly value: Uint8Array }>;

export const EXTENSION = {
  subjectKeyId: "2.5.29.14",
  keyUsage: "2.5.29.15",
  subjectAltName: "2.5.29.17",
  basicConstraints: "2.5.29.19",
  nameConstraints: "2.5.29.30",
  policies: "2.5.29.32",
  authorityKeyId: "2.5.29.35",
  extendedKeyUsage: "2.5.29.37",
} as const;

/** Names of the subject alternative name extension: DNS names apart, the rest as `kind:value` where the kind is known. */
export type AlternativeNames = { readonly dns: readonly string[]; readonly others: readonly string[] };

/** Reads a SEQUENCE OF Extension; one that is malformed is passed over. */
export const readExtensions = (list: Der | undefined): Extensions =>
  new Map(
    children(list).flatMap((extension) => {
      const [type, ...rest] = children(extension);
      const name = oid(type);
      const value = rest.at(-1);
      return name && value ? [[name, { critical: rest.length > 1, value: content(value) }] as const] : [];
    }),
  );

const OTHER_KINDS: Readonly<Record<number, string>> = { 1: "email", 6: "uri" };

const otherName = (name: Der): string => {
  const tag = contextTag(name) ?? -1;
  const kind = OTHER_KINDS[tag];
  if (kind) return `${kind}:${Buffer.from(content(name)).toString("latin1")}`;
  return tag === 7 ? `ip:${addressText(content(name))}` : `other:${Buffer.from(content(name)).toString("hex")}`;
};

const addressText = (bytes: Uint8Array): string =>
  bytes.length === 4
    ? bytes.join(".")
    : (
        Buffer.from(bytes)
          .toString("hex")
          .match(/.{1,4}/g) ?? []
      ).join(":");

/** Reads GeneralNames (RFC 5280 §4.2.1.6). */
export const alternativeNames = (extensions: Extensions): AlternativeNames => {
  const names = children(valueOf(extensions, EXTENSION.subjectAltName));
  const dns = names.filter((name) => contextTag(name) === 2);
  return {
    dns: dns.map((name) => Buffer.from(content(name)).toString("latin1")),
    others: names.filter((name) => contextTag(name) !== 2).map(otherName),
  };
};

/** The decoded value of one extension; undefined when it is absent or malformed. */
export const valueOf = (extensions: Extensions, type: string): Der | undefined => {
  const extension = extensions.get(type);
  return extension && readDer(extension.value);
};

/** The dotted types inside a SEQUENCE OF OBJECT IDENTIFIER, such as the extended key usage. */
export const oidList = (extensions: Extensions, type: string): readonly string[] =>
  children(valueOf(extensions, type)).flatMap((item) => oid(item) ?? []);

/** Certificate policies: a SEQUENCE whose items start with their type. */
export const policyOids = (extensions: Extensions): readonly string[] =>
  children(valueOf(extensions, EXTENSION.policies)).flatMap((item) => oid(at(item, 0)) ?? []);
