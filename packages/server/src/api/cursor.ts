import { asId, type OrderId } from "@hostseal/core";
import { z } from "zod";
import { orderIdSchema } from "./schemas/values.ts";

/** Where the next page begins. Programs hand it back as it is; it opens nothing that the key could not see anyway. */
export const toCursor = (last: OrderId | undefined): string | null =>
  last === undefined ? null : Buffer.from(last).toString("base64url");

export const cursorSchema = z
  .string()
  .max(100)
  .transform((text) => Buffer.from(text, "base64url").toString("latin1"))
  .refine((text) => orderIdSchema.safeParse(text).success, "not a cursor of this API")
  .transform((text) => asId<OrderId>(text))
  .meta({ description: "`next` of the page before", type: "string" });
