import { z } from "zod";
import { instantSchema, moneySchema } from "./values.ts";

export const productsSchema = z
  .object({
    products: z.array(
      z
        .object({
          code: z.string(),
          title: z.string(),
          level: z.enum(["dv", "ov", "ev"]),
          wildcard: z.boolean(),
          maxNames: z.number().int(),
          includesWwwTwin: z.boolean(),
          years: z.array(z.number().int()),
          perYear: moneySchema,
          perExtraNamePerYear: moneySchema,
        })
        .meta({ id: "Product" }),
    ),
  })
  .meta({ id: "Products" });

export const sitesSchema = z
  .object({
    sites: z.array(
      z
        .object({
          host: z.string(),
          site: z.string(),
          names: z.array(z.string()),
          standing: z.string(),
          served: z.enum(["trusted", "untrusted", "ended", "nothing", "no-address"]),
          lookedAt: instantSchema,
          uncovered: z.array(z.string()),
          order: z.string().optional(),
        })
        .meta({ id: "Site" }),
    ),
    missing: z.array(z.string()).meta({ description: "Hosts that did not answer" }),
  })
  .meta({ id: "Sites" });

export const balanceSchema = z
  .object({ balances: z.array(z.object({ issuer: z.string(), balance: moneySchema })) })
  .meta({ id: "Balances" });
