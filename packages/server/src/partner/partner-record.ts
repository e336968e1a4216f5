import { z } from "zod";
import { API_SCOPES, ROLES } from "../access/roles.ts";

const instant = z.number().int();

const user = z.object({
  email: z.string(),
  role: z.enum(ROLES),
  /** What `hashPassword` made. */
  password: z.string(),
  createdAt: instant,
});

const apiKey = z.object({
  id: z.string(),
  title: z.string(),
  scopes: z.array(z.enum(API_SCOPES)),
  /** With a customer, nothing of any other exists for it. */
  customer: z.string().optional(),
  digest: z.string(),
  createdAt: instant,
  createdBy: z.string(),
});

const hook = z.object({
  id: z.string(),
  url: z.string(),
  customer: z.string().optional(),
  /** Where the signing secret lies in the vault. */
  secret: z.string(),
  createdAt: instant,
});

const brand = z.object({
  name: z.string(),
  sender: z.string(),
  supportEmail: z.string(),
  /** Six hexadecimal digits after a number sign: buttons and links, and what is written on them. */
  accent: z.string(),
  onAccent: z.string(),
  /** Digest of the logo that was uploaded. */
  logo: z.string().optional(),
});

/** Who changed what of the partner's own affairs, when, and from where. What is done to orders is in their journals. */
const auditEntry = z.object({ at: instant, by: z.string(), from: z.string(), deed: z.string(), subject: z.string() });

/** Everything that belongs to a partner and to no order. */
export const partnerRecord = z.object({
  users: z.array(user).default([]),
  keys: z.array(apiKey).default([]),
  hooks: z.array(hook).default([]),
  brand: brand.optional(),
  /** What is added to the purchase price, in hundredths of a per cent, by the code of a product. */
  markups: z.record(z.string(), z.number().int()).default({}),
  audit: z.array(auditEntry).default([]),
});

export type PartnerRecord = z.output<typeof partnerRecord>;
export type ConsoleUser = z.output<typeof user>;
export type ApiKey = z.output<typeof apiKey>;
export type Hook = z.output<typeof hook>;
export type PartnerBrand = z.output<typeof brand>;
export type AuditEntry = z.output<typeof auditEntry>;
