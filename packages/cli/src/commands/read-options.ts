import { failure } from "@hostseal/core";
import { z } from "zod";

const toFlag = (key: string): string => `--${key.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

/** Options as a command understands them. Fails with `input.option`, which names the first that cannot be used. */
export const readOptions = <Shape extends z.ZodRawShape>(
  shape: Shape,
  options: Readonly<Record<string, unknown>>,
): z.output<z.ZodObject<Shape>> => {
  const parsed = z.object(shape).safeParse(options);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw failure("input.option", {
    option: toFlag(String(issue?.path[0] ?? "")),
    because: issue?.message ?? "it cannot be used",
  });
};

/** A whole number from `least` to `most`. */
export const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,6}$/, `write a number from ${least} to ${most}`)
    .transform(Number)
    .refine((number) => number >= least && number <= most, `write a number from ${least} to ${most}`);

/** An option that may be given more than once. */
export const many = z.array(z.string()).default([]);

/** One of some words; the message lists them. */
export const oneOf = <const Word extends string>(words: readonly Word[]) =>
  z.enum(words, { error: `write one of ${words.join(", ")}` });

/** A flag that was given or not. */
export const flag = z.boolean().default(false);
