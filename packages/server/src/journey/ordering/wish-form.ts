import { failure } from "@hostseal/core";
import { type DomainName, parseDomainName } from "@hostseal/rules";
import { z } from "zod";

const list = z.union([z.string().transform((one) => [one]), z.array(z.string())]).default([]);

/** What the first step sends. */
export const wishForm = z.object({
  names: list,
  product: z.string().default(""),
  years: z.coerce.number().int().min(1).max(5).default(1),
  contact: z.string().trim().default(""),
  csr: z.string().trim().max(20_000).default(""),
});
export type WishForm = z.output<typeof wishForm>;

/** The names that were chosen. Fails with `input.name`, and with `input.option` when there is none. */
export const chosenNames = (texts: readonly string[]): readonly DomainName[] => {
  const names = texts.flatMap((text) => {
    const parsed = parseDomainName(text);
    return parsed.kind === "name" ? [parsed.name] : [];
  });
  if (names.length === 0) throw failure("input.option", { option: "names", because: "at least one name is needed" });
  return names;
};
