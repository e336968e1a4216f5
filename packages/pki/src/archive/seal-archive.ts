import type { Instant } from "@hostseal/rules";
import { isSecret, type Secret } from "../secret.ts";

export type ArchiveEntry = {
  /** A plain file name. It stays readable without the passphrase: choose one that tells nothing. */
  readonly name: string;
  /** A private key comes as a Secret. */
  readonly content: string | Uint8Array | Secret;
};

export type ArchiveWish = {
  readonly entries: readonly ArchiveEntry[];
  readonly passphrase: Secret;
  /** The date written beside every entry; absent means the start of 1980, where ZIP dates begin. */
  readonly at?: Instant;
};

const FILE_NAME = /^(?!\.+$)[\w .*()-]{1,100}$/;
const FIRST_DATE = Date.UTC(1980, 0, 2);
/** WinZip AE key size 3: AES with 256 bits. */
const AES_256 = 3;

const assertSealable = ({ entries, passphrase }: ArchiveWish): void => {
  if (passphrase.reveal() === "") throw new TypeError("An archive needs a passphrase");
  const names = entries.map(({ name }) => name);
  if (names.length === 0 || new Set(names).size < names.length)
    throw new TypeError("Entry names must be there and differ");
  if (!names.every((name) => FILE_NAME.test(name))) throw new TypeError("An entry name is a plain file name");
};

const bytesOf = (content: ArchiveEntry["content"]): Uint8Array => {
  const plain = isSecret(content) ? content.reveal() : content;
  return typeof plain === "string" ? new TextEncoder().encode(plain) : plain;
};

/**
 * A ZIP whose entries are encrypted with AES-256 (WinZip AE-2), in this thread and in memory. 7-Zip, WinZip and bsdtar open it;
 * Info-ZIP's `unzip` cannot. The key is derived with PBKDF2 in 1,000 rounds, as the format says: use a code from `makeUnlockCode`.
 * @throws TypeError when there are no entries, a name is no plain file name or occurs twice, or the passphrase is empty.
 */
export const sealArchive = async (wish: ArchiveWish): Promise<Uint8Array> => {
  assertSealable(wish);
  const { Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } = await import("@zip.js/zip.js");
  const archive = new ZipWriter(new Uint8ArrayWriter(), {
    password: wish.passphrase.reveal(),
    encryptionStrength: AES_256,
    lastModDate: new Date(wish.at ?? FIRST_DATE),
    useWebWorkers: false,
  });
  for (const { name, content } of wish.entries) {
    await archive.add(name, new Uint8ArrayReader(bytesOf(content)));
  }
  return archive.close();
};
