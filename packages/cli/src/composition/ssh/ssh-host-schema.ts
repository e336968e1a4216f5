import { isIP } from "node:net";
import { asId } from "@hostseal/core";
import type { CustomerId } from "@hostseal/core";
import { z } from "zod";
import { credential, portNumber, text } from "../config-parts.ts";

const LONGEST_PATIENCE = 3_600;
const SHORTEST_PATIENCE = 10;

const login = z.union(
  [
    z.strictObject({ key: text, passphrase: credential.exactOptional() }),
    z.strictObject({ agent: z.union([z.literal(true), text]) }),
    z.strictObject({ password: credential }),
  ],
  { error: 'write {"key": "…"}, {"agent": true} or {"password": {"file": "…"}}' },
);

const absolute = text.regex(/^\//, "write a path that begins with /");

/** `SHA256:` and 43 characters, as `ssh-keygen -l` prints it. */
export const FINGERPRINT = /^SHA256:[A-Za-z0-9+/]{43}$/;

/** A server that is reached over SSH, as docs/configuration.md describes it. */
export const sshHost = z
  .strictObject({
    driver: z.literal("ssh"),
    /** A name or an address, or what ~/.ssh/config calls it. */
    address: text,
    port: portNumber.exactOptional(),
    user: text.exactOptional(),
    login: login.exactOptional(),
    hostKey: z.string().regex(FINGERPRINT, "write it as SHA256:…, as ssh-keygen -l prints it").exactOptional(),
    knownHosts: text.exactOptional(),
    /** `[user@]host[:port]`, the outermost first. */
    jumps: z.array(text).exactOptional(),
    transport: z.enum(["ssh2", "system"]).exactOptional(),
    /** Which of several servers there is meant: the configuration it was started with. */
    config: absolute.exactOptional(),
    state: absolute.exactOptional(),
    addresses: z
      .array(z.string().refine((value) => isIP(value) !== 0, "write IP addresses"))
      .min(1)
      .exactOptional(),
    roots: z.array(text).min(1).exactOptional(),
    /** Seconds. */
    patience: z.int().min(SHORTEST_PATIENCE).max(LONGEST_PATIENCE).exactOptional(),
    redirect: z.boolean().exactOptional(),
    hsts: z.boolean().exactOptional(),
    customer: text.transform(asId<CustomerId>).exactOptional(),
  })
  .refine(({ hostKey, knownHosts }) => hostKey === undefined || knownHosts === undefined, {
    path: ["hostKey"],
    message: "write either hostKey or knownHosts",
  });

export type SshHostConfig = z.output<typeof sshHost>;
