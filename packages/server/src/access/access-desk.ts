import type { Clock, Random } from "@hostseal/core";
import type { Secret } from "@hostseal/pki";
import type { Asker, PartnerBook } from "../partner/partner-book.ts";
import type { ApiKey, ConsoleUser } from "../partner/partner-record.ts";
import { isToken, keyIdIn, newToken } from "./api-token.ts";
import { hashPassword, isLongEnough, isPassword } from "./password.ts";
import type { ApiScope, Role } from "./roles.ts";

export type NewUser = { readonly email: string; readonly role: Role; readonly password: Secret };
export type NewKey = { readonly title: string; readonly scopes: readonly ApiScope[]; readonly customer?: string };

/** What came of adding a user. */
export type UserAdded = "added" | "known-already" | "password-too-short";

/** Who may come in: people with a password, programs with a key. */
export type AccessDesk = {
  users(): Promise<readonly ConsoleUser[]>;
  addUser(user: NewUser, by: Asker): Promise<UserAdded>;
  /** False when there is no such user, or when nobody could govern any more. */
  removeUser(email: string, by: Asker): Promise<boolean>;
  /** The user with this address and password. */
  recognise(email: string, password: Secret): Promise<ConsoleUser | undefined>;
  keys(): Promise<readonly ApiKey[]>;
  /** The token is shown once, here. */
  addKey(key: NewKey, by: Asker): Promise<{ readonly id: string; readonly token: Secret }>;
  removeKey(id: string, by: Asker): Promise<boolean>;
  /** The key that a token is of; nothing for one that was forged or removed. */
  keyOf(token: string): Promise<ApiKey | undefined>;
};

export type AccessParts = { readonly book: PartnerBook; readonly clock: Clock; readonly random: Random };

const sameAddress = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

const usersOf = ({
  book,
  clock,
  random,
}: AccessParts): Pick<AccessDesk, "users" | "addUser" | "removeUser" | "recognise"> => ({
  users: async () => (await book.read()).users,
  addUser: async ({ email, role, password }, by) => {
    if (!isLongEnough(password)) return "password-too-short";
    const user = { email, role, password: await hashPassword(password, random), createdAt: clock.now() };
    return book.change<UserAdded>({
      by,
      deed: "user.added",
      subject: `${email} (${role})`,
      amend: (record) =>
        record.users.some((one) => sameAddress(one.email, email))
          ? { result: "known-already" }
          : { record: { ...record, users: [...record.users, user] }, result: "added" },
    });
  },
  removeUser: async (email, by) =>
    book.change({
      by,
      deed: "user.removed",
      subject: email,
      amend: (record) => {
        const users = record.users.filter((one) => !sameAddress(one.email, email));
        const isGoverned = users.some(({ role }) => role === "owner");
        if (users.length === record.users.length || !isGoverned) return { result: false };
        return { record: { ...record, users }, result: true };
      },
    }),
  recognise: async (email, password) => {
    const user = (await book.read()).users.find((one) => sameAddress(one.email, email));
    return (await isPassword(password, user?.password)) ? user : undefined;
  },
});

const keysOf = ({ book, clock, random }: AccessParts): Pick<AccessDesk, "keys" | "addKey" | "removeKey" | "keyOf"> => ({
  keys: async () => (await book.read()).keys,
  addKey: async ({ title, scopes, customer }, by) => {
    const { id, token, digest } = newToken(random);
    const made = { id, title, scopes: [...scopes], digest, createdAt: clock.now(), createdBy: by.who };
    const key: ApiKey = { ...made, ...(customer !== undefined && { customer }) };
    return book.change({
      by,
      deed: "key.added",
      subject: `${id} (${title})`,
      amend: (record) => ({ record: { ...record, keys: [...record.keys, key] }, result: { id, token } }),
    });
  },
  removeKey: async (id, by) =>
    book.change({
      by,
      deed: "key.removed",
      subject: id,
      amend: (record) => {
        const keys = record.keys.filter((key) => key.id !== id);
        return keys.length === record.keys.length ? { result: false } : { record: { ...record, keys }, result: true };
      },
    }),
  keyOf: async (token) => {
    const id = keyIdIn(token);
    const key = id === undefined ? undefined : (await book.read()).keys.find((one) => one.id === id);
    return key && isToken(token, key.digest) ? key : undefined;
  },
});

export const createAccessDesk = (parts: AccessParts): AccessDesk => ({ ...usersOf(parts), ...keysOf(parts) });
