import { z } from "zod";
import { instantSchema, moneySchema } from "./values.ts";

const wait = z
  .object({
    reason: z.string().meta({ description: "A code that stays the same", example: "proof.record" }),
    sentence: z.string(),
    todo: z.string(),
    actor: z.enum(["customer", "partner", "operator", "issuer", "hostseal"]).meta({ description: "Who must act" }),
    until: instantSchema.meta({ description: "When it is looked at again by itself" }),
  })
  .meta({ id: "Wait" });

const artefact = z
  .object({
    kind: z.enum(["dns-txt", "dns-cname", "file", "email"]),
    host: z.string().optional(),
    value: z.string().optional(),
    target: z.string().optional(),
    url: z.string().optional(),
    body: z.string().optional(),
    address: z.string().optional(),
  })
  .meta({ id: "Artefact", description: "What has to be found, or answered, to prove control of a name" });

const validation = z
  .object({
    name: z.string(),
    status: z.enum(["pending", "valid", "failed"]),
    byHand: z.boolean().meta({ description: "Whether somebody has to publish it; else we do" }),
    artefact: artefact.optional(),
    found: z.string().optional().meta({ description: "What was seen from outside instead" }),
  })
  .meta({ id: "Validation" });

const certificate = z
  .object({
    serial: z.string(),
    sha256: z.string(),
    names: z.array(z.string()),
    notBefore: instantSchema,
    notAfter: instantSchema,
  })
  .meta({ id: "CertificateSummary" });

export const orderSchema = z
  .object({
    id: z.string(),
    issuerReference: z.string().optional(),
    customer: z.string(),
    createdAt: instantSchema,
    product: z.string(),
    level: z.enum(["dv", "ov", "ev"]),
    years: z.number().int(),
    price: moneySchema,
    names: z.array(z.string()),
    contactEmails: z.array(z.string()),
    state: z.enum(["draft", "placed", "active", "ended"]),
    standing: z.string().meta({ description: "One word for how it stands", example: "waiting-for-you" }),
    wait: wait.optional(),
    licence: z.object({ start: instantSchema, end: instantSchema }).optional(),
    certificate: certificate.optional().meta({ description: "The newest that was issued" }),
    certificates: z.number().int().meta({ description: "How many were proven to be served" }),
    validations: z.array(validation),
    renews: z.string().optional(),
    renewedBy: z.string().optional(),
  })
  .meta({ id: "Order" });

export const orderPageSchema = z
  .object({
    orders: z.array(orderSchema),
    next: z.string().nullable().meta({ description: "Give it as `cursor` for the next page; null on the last one" }),
  })
  .meta({ id: "OrderPage" });

export const timelineSchema = z
  .object({
    entries: z.array(
      z.object({
        sequence: z.number().int(),
        at: instantSchema,
        by: z.string(),
        event: z.string(),
        hash: z.string().meta({ description: "SHA-256 over this entry and the hash before it" }),
      }),
    ),
  })
  .meta({ id: "Timeline" });

export const certificateSchema = z
  .object({
    leaf: z.string().meta({ description: "PEM" }),
    chain: z.array(z.string()).meta({ description: "PEM, each certifying the one before; without the root" }),
  })
  .meta({ id: "Certificate" });

export type ApiOrder = z.output<typeof orderSchema>;
