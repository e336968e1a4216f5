import { getCrypto, type MacData } from "pkijs";
import type { Secret } from "../secret.ts";
import { MOST_ROUNDS } from "./open-sealed.ts";
import { utf8 } from "./pbes2.ts";

/** `absent` when the file carries no check; `unsupported` when its way of checking is unknown or needs too many rounds. */
export type Integrity = "holds" | "wrong-passphrase" | "absent" | "unsupported";

/** Whether the passphrase is that of the file and nothing was changed since (RFC 7292 appendix A, password integrity). */
export const checkIntegrity = async (
  check: MacData | undefined,
  content: ArrayBuffer,
  passphrase: Secret,
): Promise<Integrity> => {
  if (!check) return "absent";
  const rounds = check.iterations ?? 1;
  if (!(rounds >= 1 && rounds <= MOST_ROUNDS)) return "unsupported";
  try {
    const crypto = getCrypto(true);
    const holds = await crypto.verifyDataStampedWithPassword({
      password: utf8(passphrase),
      hashAlgorithm: crypto.getAlgorithmByOID(check.mac.digestAlgorithm.algorithmId, true).name,
      salt: check.macSalt.getValue(),
      iterationCount: rounds,
      contentToVerify: content,
      signatureToVerify: check.mac.digest.getValue(),
    });
    return holds ? "holds" : "wrong-passphrase";
  } catch {
    return "unsupported";
  }
};
