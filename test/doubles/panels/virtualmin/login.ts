import { createHash, timingSafeEqual } from "node:crypto";
import type { Secret } from "@hostseal/pki";

/** What an owner may be given, as `modify-limits --can-edit` calls it. */
export type Capability = "remote_api" | "ssl" | "records" | "domain" | "html";

/** Somebody who can log in to Webmin: a master administrator, or the owner of virtual servers with what they may do. */
export type Login = {
  readonly name: string;
  readonly password: Secret;
  readonly role: "master" | "owner";
  readonly capabilities: ReadonlySet<Capability>;
};

const digest = (text: string): Buffer => createHash("sha256").update(text).digest();

/** Whose name and password a `Basic` header holds (RFC 7617). */
export const loginOf = (logins: readonly Login[], header = ""): Login | undefined => {
  const [, encoded = ""] = /^Basic (\S+)$/.exec(header) ?? [];
  const [name = "", ...rest] = Buffer.from(encoded, "base64").toString().split(":");
  const given = digest(rest.join(":"));
  return logins.find((login) => login.name === name && timingSafeEqual(digest(login.password.reveal()), given));
};

export const isAllowed = ({ role, capabilities }: Login, capability: Capability): boolean =>
  role === "master" || capabilities.has(capability);
