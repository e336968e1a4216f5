import { z } from "zod";
import { instantSchema, referenceSchema } from "./values.ts";

export const newWebhookSchema = z
  .strictObject({
    url: z.string().max(2_000).meta({ description: "HTTPS, at a public address" }),
    customer: referenceSchema.optional(),
  })
  .meta({ id: "NewWebhook" });

const webhook = z.object({
  id: z.string(),
  url: z.string(),
  customer: z.string().optional().meta({ description: "Only this customer's orders" }),
  createdAt: instantSchema,
});

export const madeWebhookSchema = webhook
  .extend({
    secret: z.string().meta({
      description:
        "Given once. Every message carries `webhook-id`, `webhook-timestamp` and `webhook-signature`: `v1,` and the " +
        "base64 of HMAC-SHA256 over `id.timestamp.body` with the bytes after `whsec_`. Refuse timestamps more than " +
        "five minutes off, and ids that were seen before.",
    }),
  })
  .meta({ id: "MadeWebhook" });

export const webhooksSchema = z.object({ webhooks: z.array(webhook.meta({ id: "Webhook" })) }).meta({ id: "Webhooks" });
