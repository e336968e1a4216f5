import { fromIso } from "@hostseal/rules";
import { z } from "zod";

/**
 * The shapes of the sandbox authority's JSON interface, version 1. Everything that comes from it passes through here;
 * what it may add later is ignored.
 */
const instant = z.iso.datetime({ offset: true }).transform((text, context) => {
  try {
    return fromIso(text);
  } catch {
    context.addIssue("no such date");
    return z.NEVER;
  }
});

/** Numbers come as text here and there. */
const count = z.union([z.string().regex(/^\d{1,9}$/), z.int().nonnegative()]).transform(Number);
const flag = z.enum(["0", "1"]).transform((text) => text === "1");

/** Decimal text with up to two places, and the ISO 4217 code. */
const money = z.object({
  amount: z.string().regex(/^\d{1,12}(\.\d{1,2})?$/),
  currency: z.string().regex(/^[A-Z]{3}$/),
});

const text = z.string().max(5_000);

const dcv = z.object({
  method: text,
  record_name: text.optional(),
  record_value: text.optional(),
  file_url: text.optional(),
  file_content: text.optional(),
  mailbox: text.optional(),
});

const poll = z.object({ at: instant, code: text, expected: text.optional(), actual: text.optional() });

const domain = z.object({
  fqdn: text,
  dcv,
  state: z.enum(["awaiting", "passed", "reused", "rejected"]),
  passed_at: instant.optional(),
  passed_by: text.optional(),
  passed_for: text.optional(),
  last_poll: poll.nullish(),
});

const vetting = z.object({ step: text, state: z.enum(["open", "done"]), done_at: instant.optional() });

export const wireOrder = z.object({
  order_number: text.min(1),
  status: z.enum(["in_progress", "active", "lapsed", "voided", "declined", "revoked"]),
  stage: z.enum(["dcv", "vetting", "production"]).optional(),
  status_note: text.optional(),
  revoked_at: instant.optional(),
  subscription: z.object({ begin: instant, end: instant }).nullish(),
  issue: count.refine((number) => number > 0),
  domains: z.array(domain).max(1_000),
  vetting: z.array(vetting).max(100),
  charged: money,
});

export const wireOrders = z.object({ orders: z.array(wireOrder).max(1_000) });

export const wireProducts = z.object({
  products: z
    .array(
      z.object({
        code: text.min(1),
        label: text,
        brand: text,
        validation: z.enum(["DV", "OV", "EV"]),
        wildcard: flag,
        www_included: flag,
        san_max: count,
        terms: z.array(z.object({ months: count })).max(100),
        price: z.object({ yearly: money, yearly_per_extra_san: money }),
      }),
    )
    .max(1_000),
});

export const wireBalance = z.object({ available: money.shape.amount, currency: money.shape.currency });
export const wireMailboxes = z.object({ mailboxes: z.array(z.email()).max(100) });
export const wireWindow = z.object({ window: z.object({ opens: instant, closes: instant }).nullable() });

export const wireDelivery = z.object({
  issue: count,
  certificate: z.string().max(100_000),
  ca_bundle: z.string().max(1_000_000),
});

export const wireError = z.object({ error: z.object({ code: text, message: text.optional() }) });

export type WireOrder = z.output<typeof wireOrder>;
export type WireDomain = WireOrder["domains"][number];
export type WireVetting = WireOrder["vetting"][number];
export type WireProduct = z.output<typeof wireProducts>["products"][number];
export type WireMoney = z.output<typeof money>;
export type WireDelivery = z.output<typeof wireDelivery>;
