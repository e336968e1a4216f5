import { createHash, timingSafeEqual } from "node:crypto";
import type { Secret } from "@hostseal/pki";

/** What a credential may do. Reading is always allowed. */
export const PERMISSIONS = ["tls:write", "dns:write", "files:write", "keys:write"] as const;
export type Permission = (typeof PERMISSIONS)[number];

/** A customer of the hosting company. */
export type Account = {
  readonly name: string;
  readonly credential: Secret;
  readonly permissions: ReadonlySet<Permission>;
  /** Ids of its webspaces. */
  readonly webspaces: readonly string[];
  /** Origins of its zones that are hosted here. */
  readonly zones: readonly string[];
};

export type AccountRegister = {
  add(account: Account): void;
  get(name: string): Account | undefined;
  /** Whose credential it is. */
  holderOf(credential: string): Account | undefined;
  /** Gives or takes a permission; throws `TypeError` for an unknown account. */
  permit(name: string, permission: Permission, isPermitted: boolean): void;
};

const digest = (text: string): Buffer => createHash("sha256").update(text).digest();

const holds = (account: Account, credential: string): boolean =>
  timingSafeEqual(digest(account.credential.reveal()), digest(credential));

export const createAccountRegister = (): AccountRegister => {
  const accounts = new Map<string, Account>();
  return {
    add: (account) => void accounts.set(account.name, account),
    get: (name) => accounts.get(name),
    holderOf: (credential) => [...accounts.values()].find((account) => holds(account, credential)),
    permit: (name, permission, isPermitted) => {
      const account = accounts.get(name);
      if (!account) throw new TypeError(`there is no account ${name}`);
      const others = [...account.permissions].filter((present) => present !== permission);
      accounts.set(name, { ...account, permissions: new Set(isPermitted ? [...others, permission] : others) });
    },
  };
};
