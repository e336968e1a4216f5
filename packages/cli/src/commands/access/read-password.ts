import type { Random } from "@hostseal/core";
import { Secret } from "@hostseal/pki";
import { readTextFile } from "../read-text-file.ts";

/** Twenty characters that nobody guesses. */
const PASSWORD_BYTES = 15;

export type GivenPassword = { readonly password: Secret; readonly isMade: boolean };

/** The first line of a file, so that no password stands among the arguments; without a file, a fresh one. */
export const readPassword = async (file: string | undefined, random: Random): Promise<GivenPassword> => {
  if (file === undefined)
    return { password: new Secret(Buffer.from(random.bytes(PASSWORD_BYTES)).toString("base64url")), isMade: true };
  const [line = ""] = (await readTextFile("--password-file", file)).split(/\r?\n/);
  return { password: new Secret(line), isMade: false };
};
