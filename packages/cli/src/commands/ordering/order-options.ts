import { KEY_TYPES } from "@hostseal/pki";
import { z } from "zod";
import { flag, many, oneOf, wholeNumber } from "../read-options.ts";

const LONGEST = 10;

/** The options of `hostseal order`. */
export const orderOptions = {
  product: z.string().optional(),
  years: wholeNumber(1, LONGEST).optional(),
  method: many,
  emailApprover: many,
  contact: z.array(z.email("it is not an e-mail address")).default([]),
  /** False after `--no-install`. */
  install: z.union([z.literal(false), z.array(z.string())]).default([]),
  panel: z.string().optional(),
  account: z.string().optional(),
  site: z.string().optional(),
  csr: z.string().optional(),
  keyType: oneOf(KEY_TYPES).optional(),
  organisation: z.string().optional(),
  renews: z.string().optional(),
  yes: flag,
  agree: flag,
};

export type OrderOptions = z.output<z.ZodObject<typeof orderOptions>>;
