import type { Role } from "../access/roles.ts";

/** Somebody who works for the partner, and has signed in with a password. */
export type Staff = { readonly email: string; readonly role: Role };
