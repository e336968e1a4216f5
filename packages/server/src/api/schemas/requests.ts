import { REVOCATION_REASON_NAMES } from "@hostseal/core";
import { KEY_TYPES } from "@hostseal/pki";
import { z } from "zod";
import { moneySchema, referenceSchema } from "./values.ts";

const MOST_NAMES = 250;
const line = z.string().regex(/^[^\p{Cc}]{1,200}$/u, "a line of text without control characters");
const names = z.array(z.string().max(253)).min(1).max(MOST_NAMES);
const csr = z
  .string()
  .max(20_000)
  .meta({ description: "PKCS#10 in PEM. Without one, key and request are made for you" });
const method = z
  .string()
  .max(400)
  .meta({ description: "`dns-txt`, `dns-cname`, `file`, or `email:` and an address", example: "dns-txt" });

const organisation = z
  .strictObject({
    name: line,
    street: line,
    city: line,
    region: line,
    postcode: line,
    country: z.string().regex(/^[A-Z]{2}$/),
    phone: line,
    registrationNumber: line.optional(),
  })
  .meta({ id: "Organisation", description: "Who the certificate names beside the domain, for OV and EV" });

const installations = z
  .union([z.literal("auto"), z.array(z.strictObject({ host: referenceSchema, site: referenceSchema })).max(MOST_NAMES)])
  .meta({ description: "Where to install; `auto`: on every site of the customer that answers for one of the names" });

export const newOrderSchema = z
  .strictObject({
    customer: referenceSchema,
    names,
    product: referenceSchema.optional().meta({ description: "Without one, the cheapest that can hold the names" }),
    level: z.enum(["dv", "ov", "ev"]).default("dv"),
    years: z.number().int().min(1).max(5).default(1),
    keyType: z.enum(KEY_TYPES).default("ec-p256"),
    contactEmails: z.array(z.email().max(254)).min(1).max(10),
    installations: installations.default([]),
    methods: z.record(z.string().max(253), method).default({}),
    organisation: organisation.optional(),
    csr: csr.optional(),
  })
  .meta({ id: "NewOrder" });

export const confirmSchema = z
  .strictObject({
    price: moneySchema.meta({ description: "Exactly the price of the draft; anything else is refused" }),
    acceptAgreement: z.literal(true).meta({ description: "The subscriber agreement of the certificate authority" }),
  })
  .meta({ id: "Confirmation" });

export const chooseMethodSchema = z.strictObject({ name: z.string().max(253), method }).meta({ id: "MethodChoice" });

export const reissueSchema = z
  .strictObject({ names: names.optional(), csr: csr.optional() })
  .meta({ id: "ReissueRequest", description: "Without names, the same ones. With a CSR of your own, its key" });

export const revokeSchema = z.strictObject({ reason: z.enum(REVOCATION_REASON_NAMES) }).meta({ id: "Revocation" });

export type NewOrderRequest = z.output<typeof newOrderSchema>;
