import { z } from "zod";

const LONGEST = 500;
const field = z.string().trim().max(LONGEST).default("");

/** What a search sends: what is looked for, who asks, and the challenge's solution. */
export const searchForm = z.object({
  wanted: field,
  email: field,
  challenge: z.string().max(1_000).default(""),
  work: field,
  answer: field,
});
export type SearchForm = z.output<typeof searchForm>;
