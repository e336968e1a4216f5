import { UsageFault } from "./arguments.ts";
import { type Capability, isAllowed, type Login } from "./login.ts";
import type { Place, ServerRoom } from "./server-room.ts";

/** One run of a program: who asks, with which arguments. */
export type Run = { readonly room: ServerRoom; readonly login: Login; readonly given: readonly string[] };

/** Prints what it answers with; a `UsageFault` ends it with status 1. */
export type Program = {
  /** What an owner needs for it; nothing for a program that is the master administrator's alone. */
  readonly needs?: Capability;
  run(run: Run): string | Promise<string>;
};

const isTheirs = ({ role, name }: Login, place: Place): boolean => role === "master" || place.user === name;

/** The virtual server that a program is about. Who may not see one is told that it does not exist. */
export const placeFor = (
  { room, login }: Run,
  name: string,
  { capability, unknown }: { readonly capability?: Capability; readonly unknown: string },
): Place => {
  const place = room.named(name);
  if (login.role !== "master" && (!place || !isTheirs(login, place)))
    throw new UsageFault(`Virtual server ${name} does not exist`);
  if (!place) throw new UsageFault(unknown);
  if (capability && !isAllowed(login, capability))
    throw new UsageFault(`You are not allowed to run this command for virtual server ${name}`);
  return place;
};

export const placesOf = ({ room, login }: Run): readonly Place[] =>
  room.places.filter((place) => isTheirs(login, place));
