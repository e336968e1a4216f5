import { z } from "zod";

const HIGHEST_PORT = 65_535;

export const text = z.string().trim().min(1);
export const url = z.url({ protocol: /^https?$/ });
export const portNumber = z.int().min(1).max(HIGHEST_PORT);

/** A credential never stands in the file: it is read from another file, or from an environment variable. */
export const credential = z.union([z.strictObject({ file: text }), z.strictObject({ environment: text })], {
  error: 'write {"file": "…"} or {"environment": "…"}',
});

export type CredentialConfig = z.output<typeof credential>;
