import { z } from "zod";

/* What the panel says, in its own words. Fields that are not named here, passwords among them, end here. */

/** Every value is a list of texts. */
const values = z.array(z.string());

const domainValues = z.object({
  type: values.optional(),
  username: values.optional(),
  features: values.optional(),
  html_directory: values.optional(),
  website_hostnames: values.optional(),
  parent_dns_virtual_server: values.optional(),
});

/** Warnings of the panel's programs are entries too; those that follow one in the text may have become its own. */
export const domains = z.object({
  data: z.array(z.object({ name: z.string(), values: domainValues.optional() })),
});

export const records = z.object({
  data: z.array(
    z.object({ name: z.string(), values: z.object({ type: values.optional(), value: values.optional() }).optional() }),
  ),
});

export const done = z.object({ output: z.string() });

/** The form of every answer; which of the rest is there follows from `status`. */
export const answer = z.union([
  z.looseObject({ status: z.literal("success") }),
  z.object({ status: z.enum(["failure", "error"]), error: z.string(), full_error: z.string().exactOptional() }),
]);

/* What the module's own programs print: one line of JSON. */

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

export const about = z.object({
  software: z.string(),
  role: z.enum(["master", "reseller", "owner"]),
  lacks: z.array(z.string()),
  renewing: z.array(z.string()),
});

export const look = z.object({
  names: z.array(z.string()),
  /** The feature that turns TLS on; without a website there is none. */
  tls_feature: z.string().nullable(),
  tls: z.boolean(),
  /** The domain whose certificate this one uses. */
  shared_with: z.string().nullable(),
  /** The domains that use this one's. */
  shared_by: z.array(z.string()),
  certificate: z.string().nullable(),
  /** Hex, over its DER. */
  sha256: sha256.nullable(),
  chain: z.boolean(),
  /** Whether the panel itself renews with a free certificate. */
  renewal: z.boolean(),
  services: z.object({ possible: z.array(z.string()), used: z.array(z.string()) }),
  /** An installation of ours that was neither kept nor taken back yet. */
  kept: z.object({ sha256, replaced: sha256.nullable() }).nullable(),
});

/** After taking back: what is there now, and whether anything was kept to be put back. */
export const restored = z.object({ sha256: sha256.nullable(), was_kept: z.boolean() });
export const file = z.object({ sha256: sha256.nullable() });
export const madeKey = z.object({ csr: z.string(), reference: z.string().min(1).max(190) });
export const nothing = z.object({});

export type Domains = z.infer<typeof domains>;
export type Records = z.infer<typeof records>;
export type Refusal = { readonly error: string; readonly full_error?: string };
export type About = z.infer<typeof about>;
export type Restored = z.infer<typeof restored>;
export type Look = z.infer<typeof look>;
