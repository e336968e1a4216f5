import { z } from "zod";

/*
 * The panel's answers, in its own words. All values arrive as text; an element without content is the empty text; what
 * stands once is no list. Nothing else of the adapter trusts what comes over the wire.
 */

const id = z.string().regex(/^\d{1,15}$/);
const switched = z.union([
  z.enum(["true", "1"]).transform(() => true),
  z.enum(["false", "0", ""]).transform(() => false),
]);
const oneOrMany = <Item extends z.ZodType>(item: Item) =>
  z.preprocess((value) => (Array.isArray(value) ? value : [value]), z.array(item));
const base64 = z.base64().transform((text) => Buffer.from(text, "base64").toString());
const absentWhenEmpty = (value: unknown): unknown => (value === "" ? undefined : value);

const property = z.object({ name: z.string(), value: z.string() });
const hosting = z.preprocess(
  absentWhenEmpty,
  z.object({ vrt_hst: z.object({ property: oneOrMany(property) }).optional() }).optional(),
);

/** `webspace/get` and `site/get` with `gen_info`, `hosting` and `prefs`. */
export const domain = z.object({
  id,
  data: z.object({
    gen_info: z.object({ name: z.string(), "ascii-name": z.string().min(1) }),
    hosting,
    prefs: z.preprocess(absentWhenEmpty, z.object({ www: switched.optional() }).optional()),
  }),
});

/** `site-alias/get`. */
export const alias = z.object({
  info: z.object({
    "site-id": id,
    "ascii-name": z.string().min(1),
    pref: z.object({ web: switched }).exactOptional(),
    prefs: z.object({ web: switched }).exactOptional(),
  }),
});

/** `dns/get_rec`. */
export const record = z.object({
  id,
  data: z.object({ type: z.string(), host: z.string(), value: z.string() }),
});

/** `certificate/get-pool`. */
export const pool = z.object({
  certificates: z.preprocess(
    (value) => (value === "" || value === undefined ? { certificate: [] } : value),
    z.object({ certificate: oneOrMany(z.object({ name: z.string() })) }),
  ),
});

/** `server/get` with `stat`. */
export const server = z.object({ stat: z.object({ version: z.object({ plesk_version: z.string().min(1) }) }) });

const names = z.string().transform((text) => text.split(",").filter((name) => name !== ""));

/** Our extension's `describe`. */
export const description = z.object({
  version: z.string(),
  plesk: z.string().min(1),
  missing: names,
  rivals: names,
});
export type Description = z.output<typeof description>;

/** Our extension's `look`: which certificates a site uses; the empty text where it uses none of its own. */
export const look = z.object({
  id,
  ssl: switched,
  certificate: z.string(),
  pem: base64,
  mail: z.string(),
  webmail: z.string(),
});
export type Look = z.output<typeof look>;

/** Our extension's `zone-of`; empty where the zone is not kept on this server. */
export const zone = z.union([
  z.object({ zone: z.literal("") }).transform(() => ({ kind: "elsewhere" as const })),
  z
    .object({ zone: z.string().min(1), "site-id": id })
    .transform((found) => ({ kind: "here" as const, name: found.zone, site: found["site-id"] })),
]);
export type Zone = z.output<typeof zone>;

/** Our extension's `put-file` and `remove-file`: the digest of what then lies there, or nothing. */
export const file = z.object({ sha256: z.string() });

/** Our extension's `make-key`. */
export const madeKey = z.object({ reference: z.string().regex(/^[\w-]{1,100}$/), csr: base64 });

/** Our extension's answer to what has nothing to tell. */
export const done = z.object({ done: z.literal("yes") });

/** `/api/v2/cli/{command}/call`: a command that failed comes with HTTP 200 as well. */
export const command = z.object({ code: z.int(), stdout: z.string().default(""), stderr: z.string().default("") });
