import { z } from "zod";

const short = z.string().min(1).max(255);
const second = z.int().min(0);

/** What happened to an account; told by the server itself, never by a customer's page. */
const event = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("created") }),
  z.strictObject({ kind: z.literal("renamed"), to: short }),
  z.strictObject({ kind: z.literal("suspended") }),
  z.strictObject({ kind: z.literal("resumed") }),
  z.strictObject({ kind: z.literal("removed") }),
]);

/**
 * What a panel says, in the words of RFC 7519 §4.1: who vouches (`iss`), for whom (`sub`), to which app (`aud`), when and
 * for how long (`iat`, `exp`, in seconds), and by which number (`jti`) it is told from every other.
 */
export const claims = z.strictObject({
  aud: z.url({ protocol: /^https?$/ }),
  event: event.exactOptional(),
  exp: second,
  iat: second,
  iss: short,
  jti: z.string().regex(/^[\w-]{22,64}$/),
  /** BCP 47. */
  locale: z
    .string()
    .regex(/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/)
    .exactOptional(),
  /** Where the panel wants its customer back. */
  return_to: z
    .url({ protocol: /^https?$/ })
    .max(2_000)
    .exactOptional(),
  role: z.enum(["customer", "reseller", "administrator"]),
  sub: short,
});

export type Claims = z.infer<typeof claims>;
export type AccountEvent = z.infer<typeof event>;
