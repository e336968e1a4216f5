import { fileErrands } from "./file-errands.ts";
import { keyErrands } from "./key-errands.ts";
import { lookErrands } from "./look-errands.ts";
import { type Brought, type Errand, type Parameters, refuse, type Visit } from "./errand.ts";

const ERRANDS: Readonly<Record<string, Errand>> = { ...lookErrands, ...fileErrands, ...keyErrands };

/** What our extension does on the server (plugins/plesk/panel/plib/hooks/ApiRpc.php), told in the same words. */
export const runErrand = async (name: string, parameters: Parameters, visit: Visit): Promise<Brought> => {
  const errand = ERRANDS[name];
  return errand ? await errand(parameters, visit) : refuse("errand-unknown");
};
