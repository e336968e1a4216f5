import { type Flags, readFlags, UsageFault } from "../arguments.ts";
import { placeFor, type Run } from "../program.ts";
import type { Place } from "../server-room.ts";

/** The line of JSON that each program of the module prints. */
export const printed = (answer: object): string => `${JSON.stringify(answer)}\n`;

/** Which site a program of the module is about: one of the owner it names, even when root asks. */
export const readCall = (
  run: Run,
  { valued = [], bare = [] }: { readonly valued?: readonly string[]; readonly bare?: readonly string[] },
): { readonly flags: Flags; readonly place: Place } => {
  const flags = readFlags(run.given, { valued: ["domain", "owner", ...valued], bare });
  const domain = flags.required("domain");
  const unknown = `Virtual server ${domain} does not exist`;
  const place = placeFor(run, domain, { capability: "ssl", unknown });
  if (place.user !== flags.required("owner")) throw new UsageFault(unknown);
  return { flags, place };
};
