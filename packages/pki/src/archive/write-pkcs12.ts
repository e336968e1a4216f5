import { createHash } from "node:crypto";
import { BmpString, fromBER, OctetString } from "asn1js";
import {
  Attribute,
  AuthenticatedSafe,
  CertBag,
  ContentInfo,
  EncryptedData,
  id_CertBag_X509Certificate,
  PFX,
  PKCS8ShroudedKeyBag,
  SafeBag,
  SafeContents,
} from "pkijs";
import type { Secret } from "../secret.ts";
import { sealLegacy } from "./legacy-cipher.ts";
import { pbes2, pkcs8Of, sealKey, unsplit, utf8 } from "./pbes2.ts";
import type { Pkcs12Wish } from "./to-pkcs12.ts";

const FRIENDLY_NAME = "1.2.840.113549.1.9.20";
const LOCAL_KEY_ID = "1.2.840.113549.1.9.21";
const SHROUDED_KEY_BAG = "1.2.840.113549.1.12.10.1.2";
const CERT_BAG = "1.2.840.113549.1.12.10.1.3";

/** The integrity key is derived on this thread, hence not more; old readers stumble over counts above 2,048. */
const ROUNDS = { modern: 100_000, legacy: 2_048 } as const;
const INTEGRITY_HASH = { modern: "SHA-256", legacy: "SHA-1" } as const;
const PASSWORD_INTEGRITY = 0;

const buffer = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer;

/** What ties the key to its certificate in the eyes of key stores. */
const attributes = (leaf: Uint8Array, friendlyName: string | undefined): Attribute[] => {
  const keyId = createHash("sha1").update(leaf).digest();
  return [
    new Attribute({ type: LOCAL_KEY_ID, values: [new OctetString({ valueHex: buffer(keyId) })] }),
    ...(friendlyName ? [new Attribute({ type: FRIENDLY_NAME, values: [new BmpString({ value: friendlyName })] })] : []),
  ];
};

const keyBag = async ({ key, passphrase, profile }: Pkcs12Wish): Promise<PKCS8ShroudedKeyBag> => {
  if (profile === "modern") return sealKey(key, passphrase, ROUNDS.modern);
  const sealed = sealLegacy(pkcs8Of(key), passphrase.reveal(), ROUNDS.legacy);
  return new PKCS8ShroudedKeyBag({ schema: fromBER(sealed).result });
};

const certBag = (der: Uint8Array, bagAttributes: Attribute[] | undefined): SafeBag =>
  new SafeBag({
    bagId: CERT_BAG,
    bagValue: new CertBag({
      certId: id_CertBag_X509Certificate,
      certValue: new OctetString({ valueHex: buffer(der) }),
    }),
    ...(bagAttributes && { bagAttributes }),
  });

const plainContents = (contents: SafeContents): ContentInfo =>
  new ContentInfo({
    contentType: ContentInfo.DATA,
    content: new OctetString({ valueHex: contents.toSchema().toBER() }),
  });

const sealedContents = async (contents: SafeContents, passphrase: Secret): Promise<ContentInfo> => {
  const sealed = new EncryptedData();
  await sealed.encrypt({ ...pbes2(passphrase, ROUNDS.modern), contentToEncrypt: contents.toSchema().toBER() });
  const { encryptedContentInfo } = sealed;
  encryptedContentInfo.encryptedContent = unsplit(encryptedContentInfo.getEncryptedContent());
  return new ContentInfo({ contentType: ContentInfo.ENCRYPTED_DATA, content: sealed.toSchema() });
};

/** The writing half of `toPkcs12`; the first certificate is that of the key. */
export const writePkcs12 = async (wish: Pkcs12Wish, certificates: readonly Uint8Array[]): Promise<Uint8Array> => {
  const { passphrase, profile } = wish;
  const bagAttributes = attributes(certificates[0] ?? new Uint8Array(), wish.friendlyName);
  const certBags = certificates.map((der, index) => certBag(der, index === 0 ? bagAttributes : undefined));
  const chain = new SafeContents({ safeBags: certBags });
  const key = new SafeBag({ bagId: SHROUDED_KEY_BAG, bagValue: await keyBag(wish), bagAttributes });
  const safe = new AuthenticatedSafe({
    safeContents: [
      profile === "modern" ? await sealedContents(chain, passphrase) : plainContents(chain),
      plainContents(new SafeContents({ safeBags: [key] })),
    ],
  });
  const file = new PFX({ parsedValue: { integrityMode: PASSWORD_INTEGRITY, authenticatedSafe: safe } });
  await file.makeInternalValues({
    password: utf8(passphrase),
    iterations: ROUNDS[profile],
    pbkdf2HashAlgorithm: INTEGRITY_HASH[profile],
    hmacHashAlgorithm: INTEGRITY_HASH[profile],
  });
  return new Uint8Array(file.toSchema().toBER());
};
