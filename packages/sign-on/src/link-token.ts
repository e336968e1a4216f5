import { createHmac } from "node:crypto";
import { Secret } from "@hostseal/pki";
import { keyBytes } from "./signing-key.ts";

const LABEL = "hostseal integration link 1";

/**
 * What the panel's server shows when a customer clicks on an Integration Link of cPanel. Only root can read it there, and
 * it is derived, so that nothing has to be kept for each account: HMAC-SHA256 under the server's key over label and account.
 */
export const linkToken = (serverKey: Secret, account: string): Secret =>
  new Secret(createHmac("sha256", keyBytes(serverKey)).update(`${LABEL}\n${account}`).digest("base64url"));
