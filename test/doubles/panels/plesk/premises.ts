import type { Ground } from "@hostseal/sandbox";
import type { Certificates } from "./certificates.ts";
import type { Estate, PleskSite } from "./estate.ts";
import type { KeyCabinet } from "./extension/key-cabinet.ts";
import type { Habits } from "./habits.ts";
import type { Holder, Permission } from "./secret-keys.ts";

/** Everything an operation can see and change. */
export type Premises = {
  readonly ground: Ground;
  readonly estate: Estate;
  readonly certificates: Certificates;
  readonly cabinet: KeyCabinet;
  /** Names of the certificates that mail and webmail of a site use, by service and site. */
  readonly services: Map<string, string>;
  /** The number of a DNS record, by all that makes it. */
  readonly recordIds: Map<string, number>;
  readonly habits: Habits;
};

export type Caller = Holder;

/** A reseller acts for all customers here; a customer for itself. */
export const mayActFor = ({ role, login }: Caller, account: string): boolean => role !== "client" || login === account;

export const hasPermission = ({ role, lacks }: Caller, permission: Permission): boolean =>
  role === "admin" || !lacks.includes(permission);

export const maySee = (caller: Caller, { subscription }: PleskSite): boolean => mayActFor(caller, subscription.owner);
