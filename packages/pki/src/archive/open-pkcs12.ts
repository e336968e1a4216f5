import { createPrivateKey, type KeyObject } from "node:crypto";
import { OctetString } from "asn1js";
import {
  AuthenticatedSafe,
  CertBag,
  ContentInfo,
  EncryptedData,
  PFX,
  PKCS8ShroudedKeyBag,
  PrivateKeyInfo,
  type SafeBag,
  SafeContents,
} from "pkijs";
import { keyMatches } from "../key-matches.ts";
import { toPem } from "../pem.ts";
import { Secret } from "../secret.ts";
import { checkIntegrity } from "./check-integrity.ts";
import { openSealed } from "./open-sealed.ts";
import type { Pkcs12Flaw, ReadPkcs12 } from "./read-pkcs12.ts";

const MOST_BAGS = 64;

const malformed = (because: Pkcs12Flaw): ReadPkcs12 => ({ kind: "malformed", because });

/** What `parse` makes of hostile bytes; undefined where the library throws. */
const attempt = <T>(parse: () => T): T | undefined => {
  try {
    return parse();
  } catch {
    return undefined;
  }
};

const octets = (content: unknown): ArrayBuffer | undefined =>
  content instanceof OctetString ? content.getValue() : undefined;

/** The bags of one part of the file, opened where it is sealed. */
const bagsOf = async (part: ContentInfo, passphrase: Secret): Promise<readonly SafeBag[] | undefined> => {
  const plain = part.contentType === ContentInfo.DATA ? octets(part.content) : await unsealPart(part, passphrase);
  return plain && attempt(() => SafeContents.fromBER(plain).safeBags);
};

const unsealPart = async (part: ContentInfo, passphrase: Secret): Promise<Uint8Array | undefined> => {
  if (part.contentType !== ContentInfo.ENCRYPTED_DATA) return undefined;
  const sealed = attempt(() => new EncryptedData({ schema: part.content }).encryptedContentInfo);
  const ciphertext = sealed && attempt(() => sealed.getEncryptedContent());
  return ciphertext && openSealed(sealed.contentEncryptionAlgorithm, ciphertext, passphrase);
};

const allBags = async (safe: AuthenticatedSafe, passphrase: Secret): Promise<readonly SafeBag[] | undefined> => {
  const bags: SafeBag[] = [];
  for (const part of safe.safeContents) {
    const found = await bagsOf(part, passphrase);
    if (!found) return undefined;
    bags.push(...found);
  }
  return bags;
};

const pkcs8In = async ({ bagValue }: SafeBag, passphrase: Secret): Promise<Uint8Array | undefined> => {
  if (bagValue instanceof PrivateKeyInfo) return new Uint8Array(bagValue.toSchema().toBER());
  if (!(bagValue instanceof PKCS8ShroudedKeyBag)) return undefined;
  return openSealed(bagValue.encryptionAlgorithm, bagValue.encryptedData.getValue(), passphrase);
};

const keyIn = async (bag: SafeBag, passphrase: Secret): Promise<KeyObject | undefined> => {
  const der = await pkcs8In(bag, passphrase);
  return der && attempt(() => createPrivateKey({ key: Buffer.from(der), format: "der", type: "pkcs8" }));
};

const certificatesIn = (bags: readonly SafeBag[]): string[] =>
  bags.flatMap(({ bagValue }) => {
    const der = bagValue instanceof CertBag ? octets(bagValue.certValue) : undefined;
    return der ? [toPem("CERTIFICATE", new Uint8Array(der))] : [];
  });

const isKeyBag = ({ bagValue }: SafeBag): boolean =>
  bagValue instanceof PrivateKeyInfo || bagValue instanceof PKCS8ShroudedKeyBag;

const openBags = async (bags: readonly SafeBag[], passphrase: Secret): Promise<ReadPkcs12 | undefined> => {
  const [keyBag, ...others] = bags.filter(isKeyBag);
  if (!keyBag) return malformed("no-key");
  if (others.length > 0) return malformed("several-keys");
  const opened = await keyIn(keyBag, passphrase);
  if (!opened) return undefined;
  const key = new Secret(opened.export({ type: "pkcs8", format: "pem" }).toString());
  const certificates = certificatesIn(bags).toSorted((a, b) => Number(keyMatches(b, key)) - Number(keyMatches(a, key)));
  return { kind: "opened", key, certificates };
};

/** The reading half of `readPkcs12`. */
export const openPkcs12 = async (bytes: Uint8Array, passphrase: Secret): Promise<ReadPkcs12> => {
  const file = attempt(() => PFX.fromBER(bytes));
  const content = file && attempt(() => octets(file.authSafe.content));
  const safe = content && attempt(() => AuthenticatedSafe.fromBER(content));
  if (!safe) return malformed("not-pkcs12");
  if (safe.safeContents.length > MOST_BAGS) return malformed("too-large");
  const integrity = await checkIntegrity(file.macData, content, passphrase);
  if (integrity === "wrong-passphrase") return { kind: integrity };
  if (integrity === "unsupported") return malformed("unsupported-protection");
  // Without an integrity check, a wrong passphrase shows only in what does not open.
  const shut: ReadPkcs12 = integrity === "holds" ? malformed("unsupported-protection") : { kind: "wrong-passphrase" };
  const bags = await allBags(safe, passphrase);
  if (!bags) return shut;
  return bags.length > MOST_BAGS ? malformed("too-large") : ((await openBags(bags, passphrase)) ?? shut);
};
