import { isIP } from "node:net";
import { nameRefusals } from "@hostseal/core";
import { parseDomainName } from "@hostseal/rules";
import { z } from "zod";

const LARGEST_PORT = 65_535;

const id = z.string().regex(/^\w[\w.-]*$/, "write letters, digits, dots, hyphens and underscores");
const text = z.string().min(1, "write something");
const absolute = text.regex(/^\//, "write a path that begins with /");
const ids = z.union([id.transform((one) => [one]), z.array(id).min(1)], { error: "write a name, or a list of names" });

/** What may be said of a host, and once for all of them. Files are paths, relative ones from the inventory's folder. */
const reach = {
  port: z.int().min(1).max(LARGEST_PORT).exactOptional(),
  user: text.exactOptional(),
  /** A private key without passphrase; as ssh would log in when not given. */
  identity: text.exactOptional(),
  knownHosts: text.exactOptional(),
  /** `[user@]host[:port]`, the outermost first. */
  jumps: z.array(text).exactOptional(),
  transport: z.enum(["ssh2", "system"]).exactOptional(),
  /** The configuration its server was started with, where several run. */
  config: absolute.exactOptional(),
  /** The folder on it for journals and keys. */
  state: absolute.exactOptional(),
};

const host = z.strictObject({
  /** A name or an address, or what ~/.ssh/config calls it; its own name here when not given. */
  address: text.exactOptional(),
  ...reach,
  /** `SHA256:…` of its host key, as `ssh-keygen -l` prints it. */
  hostKey: z
    .string()
    .regex(/^SHA256:[\w+/]{43}$/, "write it as SHA256:…, as ssh-keygen -l prints it")
    .exactOptional(),
  /** Where its sites answer; what its configuration says, or else its address, when not given. */
  addresses: z
    .array(z.string().refine((value) => isIP(value) !== 0, "write IP addresses"))
    .min(1)
    .exactOptional(),
  labels: z.array(id).default([]),
});

const name = z.string().transform((written, context) => {
  const parsed = parseDomainName(written);
  if (parsed.kind === "name") return parsed.name;
  context.addIssue({ code: "custom", message: nameRefusals[parsed.code] });
  return z.NEVER;
});

const site = z.strictObject({
  name,
  /** The leaf, with its chain behind it. */
  certificate: text,
  key: text,
  redirect: z.boolean().default(false),
  hsts: z.boolean().default(false),
  /** Only on these hosts, and only on hosts with all of these labels. */
  hosts: ids.exactOptional(),
  labels: ids.exactOptional(),
});

export const inventorySchema = z.strictObject({
  defaults: z.strictObject(reach).default({}),
  hosts: z.record(id, host),
  sites: z.array(site).min(1, "name at least one site"),
});

export type WrittenInventory = z.infer<typeof inventorySchema>;
export type WrittenHost = z.infer<typeof host>;
export type WrittenSite = z.infer<typeof site>;
