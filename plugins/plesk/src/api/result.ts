import { z } from "zod";
import type { Tree } from "./read-packet.ts";

/** The verdict on one operation of a packet: each has its own, inside one HTTP 200. */
export type Result =
  | { readonly kind: "ok"; readonly content: Tree }
  | { readonly kind: "refused"; readonly code: number; readonly text: string };

/** https://docs.plesk.com/en-US/obsidian/api-rpc/ "Handling Errors": `resultType` of common.xsd. */
const verdict = z.discriminatedUnion("status", [
  z.object({ status: z.literal("ok") }),
  z.object({
    status: z.literal("error"),
    errcode: z
      .string()
      .regex(/^\d{1,9}$/)
      .transform(Number),
    errtext: z.string().optional(),
  }),
]);

const PRIVATE_KEY = /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/g;
const LONGEST_TEXT = 500;

/** Messages of the panel repeat what they were given, keys included. */
const withoutKeys = (text: string): string => text.replaceAll(PRIVATE_KEY, "[secret]").slice(0, LONGEST_TEXT);

/** Nothing for what is no result. */
export const toResult = (tree: Tree): Result | undefined => {
  const read = verdict.safeParse(tree);
  if (!read.success) return undefined;
  if (read.data.status === "ok") return { kind: "ok", content: tree };
  return { kind: "refused", code: read.data.errcode, text: withoutKeys(read.data.errtext ?? "") };
};
