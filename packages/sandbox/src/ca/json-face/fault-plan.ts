import { z } from "zod";
import type { FaultPlan } from "../faults.ts";

const bare = z.enum([
  "html",
  "error-in-200",
  "empty",
  "answer-lost",
  "half-json",
  "status-regress",
  "truncated-pem",
  "crlf-pem",
  "wrong-order",
  "duplicate-intermediate",
  "wrong-certificate",
]);

const fault = z.union([
  z.object({ kind: z.literal("status"), status: z.literal([500, 502, 503]) }),
  z.object({
    kind: z.literal("rate-limited"),
    seconds: z.int().nonnegative(),
    as: z.enum(["seconds", "date"]).exactOptional(),
  }),
  z.object({ kind: z.literal("slow"), milliseconds: z.int().nonnegative() }),
  z.object({ kind: bare }),
]);

/** A fault plan as it comes over HTTP. */
export const faultPlan: z.ZodType<FaultPlan> = z.object({
  fault,
  method: z.string().exactOptional(),
  path: z.string().exactOptional(),
  times: z.int().positive().exactOptional(),
});
