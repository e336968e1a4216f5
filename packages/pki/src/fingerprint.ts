import { hexDigest } from "./digest.ts";
import { certificateBlocks } from "./split-pem.ts";

/**
 * Digests of the DER of the first certificate in `pem`, as lower-case hex.
 * @throws TypeError when there is none.
 */
export const fingerprint = (pem: string): { readonly sha1: string; readonly sha256: string } => {
  const [der] = certificateBlocks(pem);
  if (!der) throw new TypeError("There is no certificate in this text");
  return { sha1: hexDigest("sha1", der), sha256: hexDigest("sha256", der) };
};
