import { z } from "zod";

export const instantSchema = z.iso
  .datetime()
  .meta({ description: "ISO 8601, in UTC", example: "2026-11-22T09:30:00.000Z" });

export const moneySchema = z
  .strictObject({
    amount: z
      .number()
      .int()
      .min(0)
      .max(Number.MAX_SAFE_INTEGER)
      .meta({ description: "In the currency's smallest unit, such as cents" }),
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/)
      .meta({ description: "ISO 4217" }),
  })
  .meta({ id: "Money" });

export const orderIdSchema = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,64}$/)
  .meta({ example: "ord_7k2m9x4c0d" });

/** Names of customers, hosts and sites: nothing that could break a line of a log or a header. */
export const referenceSchema = z.string().regex(/^[\x21-\x7e]{1,200}$/);
