import { z } from "zod";

/* The panel's answers, in its own words. Nothing else trusts what comes over the wire. */

const active = z.object({ sha256: z.string(), valid_until: z.iso.datetime() });

export const nothing = z.object({});
export const about = z.object({ software: z.string(), version: z.string(), permissions: z.array(z.string()) });
export const webspaces = z.object({
  webspaces: z.array(z.object({ id: z.string(), hostnames: z.array(z.string()).min(1), home: z.string() })),
});
export const tls = z.object({ active: active.nullable() });
export const check = z.object({
  version: z.int().min(0),
  sha256: z.string(),
  valid_until: z.iso.datetime(),
  hostnames: z.array(z.string()),
  active: active.nullable(),
  endpoints: z.array(z.object({ address: z.string(), port: z.int() })),
});
export const zones = z.object({ zones: z.array(z.object({ name: z.string() })).max(1) });
export const madeKey = z.object({ key_id: z.string().min(1), csr: z.string() });
export const refusal = z.object({
  error: z.object({ code: z.string().max(100), message: z.string(), permission: z.string().max(100).optional() }),
});

/** What a receipt remembers: which certificate was put where, on top of which version (0: of nothing). */
export const undo = z.object({ webspace: z.string(), sha256: z.string(), version: z.int().min(0) });

export type About = z.infer<typeof about>;
export type Webspaces = z.infer<typeof webspaces>;
export type Check = z.infer<typeof check>;
export type Refusal = z.infer<typeof refusal>["error"];
export type Undo = z.infer<typeof undo>;
