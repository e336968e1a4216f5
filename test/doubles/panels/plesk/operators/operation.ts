import type { Element } from "../packet/element.ts";
import { refused, type Reply } from "../packet/reply.ts";
import type { Shape } from "../packet/shape.ts";
import { type Caller, hasPermission, type Premises } from "../premises.ts";
import type { Permission } from "../secret-keys.ts";

export type Run = (
  request: Element,
  premises: Premises,
  caller: Caller,
) => readonly Reply[] | Promise<readonly Reply[]>;

/** One operation of the XML API: the shape that its schema wants, and what it does then, with a verdict for each object. */
export type Operation = { readonly shape: Shape; readonly run: Run };

export const denied = (): Reply => refused(1006, "Permission denied.");

/** Runs it for whom it is permitted. */
export const permitted =
  (permission: Permission, run: Run): Run =>
  (request, premises, caller) =>
    hasPermission(caller, permission) ? run(request, premises, caller) : [denied()];
