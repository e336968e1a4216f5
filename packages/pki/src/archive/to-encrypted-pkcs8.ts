import { toPem } from "../pem.ts";
import type { PrivateKeySource } from "../signing-key.ts";
import type { Secret } from "../secret.ts";

/** OWASP's figure for PBKDF2 with HMAC-SHA-256; OpenSSL writes 2,048. A fraction of a second, off this thread. */
const ROUNDS = 600_000;

/**
 * A private key as an `ENCRYPTED PRIVATE KEY` PEM that `openssl pkey` opens: PBES2, AES-256-CBC, PBKDF2 with HMAC-SHA-256.
 * @throws TypeError when the key cannot be read or the passphrase is empty
 */
export const toEncryptedPkcs8 = async (key: PrivateKeySource, passphrase: Secret): Promise<string> => {
  if (passphrase.reveal() === "") throw new TypeError("An encrypted key needs a passphrase");
  const { sealKey } = await import("./pbes2.ts");
  const sealed = await sealKey(key, passphrase, ROUNDS);
  return toPem("ENCRYPTED PRIVATE KEY", new Uint8Array(sealed.toSchema().toBER()));
};
