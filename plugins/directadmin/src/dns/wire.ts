import { z } from "zod";

const record = z.object({
  name: z.string(),
  type: z.string().transform((type) => type.toUpperCase()),
  value: z.string(),
  combined: z.string().exactOptional(),
});

export const records = z.object({ records: z.array(record) });
export type Listed = z.infer<typeof record>;
