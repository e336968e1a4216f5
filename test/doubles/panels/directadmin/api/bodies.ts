import type { z } from "zod";
import { badRequest } from "./api-call.ts";

/** The body in the shape of the documents; anything else is a bad request. */
export const parseBody = <Schema extends z.ZodType>(schema: Schema, body: unknown): z.output<Schema> => {
  const read = schema.safeParse(body);
  if (!read.success) throw badRequest(read.error.issues[0]?.message ?? "");
  return read.data;
};

/** What the panel's language makes of an empty list. */
export const orNull = <Item>(items: readonly Item[]): readonly Item[] | null => (items.length > 0 ? items : null);
