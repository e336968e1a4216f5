import type { Failure } from "@hostseal/core";
import { failure } from "@hostseal/core";
import { type HttpAnswer, tryJson } from "@hostseal/http";
import type { Asking } from "../http/status-failure.ts";
import { evidenceOf, malformed, statusFailure } from "../http/status-failure.ts";
import { wireError } from "./wire.ts";
import { REFUSALS, WRONG_STATES } from "./words.ts";

/** What a code of the vendor means, where it says more than the status around it. */
const meaning = (code: string, answer: HttpAnswer, { issuer }: Asking): Failure | undefined => {
  const circumstances = { evidence: evidenceOf(answer) };
  const refused = REFUSALS.get(code);
  if (refused !== undefined) return failure("issuer.rejected", { issuer, because: refused }, circumstances);
  const blocked = WRONG_STATES.get(code);
  return blocked === undefined ? undefined : failure("issuer.wrong-state", { issuer, because: blocked }, circumstances);
};

const isSuccess = ({ status }: HttpAnswer): boolean => status >= 200 && status < 300;

/** The failure an answer stands for, or nothing when it is one to be read. An error inside a 200 is an error. */
export const refusalFailure = (answer: HttpAnswer, asking: Asking): Failure | undefined => {
  const envelope = wireError.safeParse(tryJson(answer.text));
  if (!envelope.success) return isSuccess(answer) ? undefined : statusFailure(answer, asking);
  const known = meaning(envelope.data.error.code, answer, asking);
  if (known) return known;
  return isSuccess(answer)
    ? malformed(answer, asking, "it reports an error of its own as success")
    : statusFailure(answer, asking);
};
