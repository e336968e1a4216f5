import { createHmac } from "node:crypto";
import { Secret } from "@hostseal/pki";

/**
 * What an assertion is signed with. The server's key stays with root; where a page runs as the customer, it gets the key
 * of its own account, which vouches for nobody else. A generation makes the key of an account that was removed worthless
 * to whoever gets the name next, and the other way round: the seconds since 1970 at which the account was made.
 */
export type SigningKey =
  | { readonly kind: "server"; readonly key: Secret }
  | { readonly kind: "account"; readonly key: Secret; readonly generation: number };

const SHORTEST_KEY = 32;
const LABEL = "hostseal account key 1";

/** The bytes of a key as it is written down: base64url. Throws `TypeError` for one that is too short to be one. */
export const keyBytes = (key: Secret): Buffer => {
  const bytes = Buffer.from(key.reveal(), "base64url");
  if (bytes.length < SHORTEST_KEY) throw new TypeError("a sign-on key has at least 32 bytes");
  return bytes;
};

/** The key of one account: HMAC-SHA256 under the server's key over label, generation and account, one line each. */
export const accountKey = (serverKey: Secret, account: string, generation: number): Secret =>
  new Secret(
    createHmac("sha256", keyBytes(serverKey)).update(`${LABEL}\n${generation}\n${account}`).digest("base64url"),
  );
