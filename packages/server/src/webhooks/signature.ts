import { createHmac } from "node:crypto";
import type { Random } from "@hostseal/core";
import { Secret } from "@hostseal/pki";
import { type Instant, SECOND } from "@hostseal/rules";

const SECRET_BYTES = 32;
const MARK = "whsec_";

/** What the receiver verifies with: `whsec_` and 32 random bytes in base64. */
export const newHookSecret = (random: Random): Secret =>
  new Secret(`${MARK}${Buffer.from(random.bytes(SECRET_BYTES)).toString("base64")}`);

export type Signed = { readonly id: string; readonly at: Instant; readonly body: string };

/**
 * The headers of Standard Webhooks: the receiver computes HMAC-SHA256 over `id.timestamp.body`, compares it in constant
 * time, refuses timestamps that are more than five minutes off, and remembers the ids it has seen.
 */
export const signatureHeaders = ({ id, at, body }: Signed, secret: Secret): Readonly<Record<string, string>> => {
  const timestamp = Math.floor(at / SECOND);
  const key = Buffer.from(secret.reveal().slice(MARK.length), "base64");
  const mac = createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest("base64");
  return {
    "content-type": "application/json",
    "webhook-id": id,
    "webhook-timestamp": String(timestamp),
    "webhook-signature": `v1,${mac}`,
  };
};
