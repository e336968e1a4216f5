import { z } from "zod";

/** What every refusal looks like (RFC 9457). */
export const problemSchema = z
  .object({
    type: z.string().meta({ description: "Where the code is explained, at this service" }),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    code: z.string().meta({ description: "Stays the same from version to version", example: "order.refused" }),
    fix: z.string().meta({ description: "What to do about it" }),
    instance: z.string().meta({ description: "Number of this request; support can find it" }),
    errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  })
  .meta({ id: "Problem" });

export type Problem = z.output<typeof problemSchema>;
