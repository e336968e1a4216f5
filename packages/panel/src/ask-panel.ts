import { type Failure, failure } from "@hostseal/core";
import { type Http, type HttpAnswer, type HttpCall, type HttpLoss, tryJson } from "@hostseal/http";
import type { z } from "zod";
import { withoutKeys } from "./without-keys.ts";

const LONGEST_EVIDENCE = 500;

/** The panel's own words, without our credential and without private keys, short enough to keep. */
export const evidenceOf = ({ status, text, redact }: HttpAnswer): string =>
  `HTTP ${status} ${withoutKeys(redact(text)).slice(0, LONGEST_EVIDENCE)}`.trim();

export const malformed = (answer: HttpAnswer, host: string, because: string): Failure =>
  failure("host.malformed-answer", { host, because }, { evidence: evidenceOf(answer) });

const lossFailure = (host: string, { because, cause, isNonsense }: HttpLoss): Failure =>
  failure(
    isNonsense ? "host.malformed-answer" : "host.unreachable",
    { host, because },
    { cause, evidence: cause.message },
  );

/** A page for people where the answer of an API was expected: a login form, a licence notice, an error of a proxy. */
const isPage = ({ mediaType, text }: HttpAnswer): boolean =>
  mediaType === "text/html" && /^\s*<(?:!doctype|html|head|body)/i.test(text);

/** A form that asks for a password: the credential got nobody in, whatever the status says. */
const isLoginForm = ({ text }: HttpAnswer): boolean => /<input\b[^>]*\btype\s*=\s*["']?password\b/i.test(text);

/**
 * What an HTTP status means where the panel says nothing more precise (RFC 9110 §15); nothing for a success. A panel
 * whose API answers with a status of its own meaning looks at it first.
 */
export const statusFailure = (answer: HttpAnswer, host: string): Failure | undefined => {
  const { status } = answer;
  const circumstances = { evidence: evidenceOf(answer) };
  if (status >= 200 && status < 300) return undefined;
  if (status === 401) return failure("host.unauthorised", { host }, circumstances);
  if (status === 403) return failure("host.permission-missing", { host, permission: "this call" }, circumstances);
  if (status === 429 || status >= 500)
    return failure("host.unreachable", { host, because: `it answers with status ${status}` }, circumstances);
  return malformed(answer, host, `status ${status} means nothing here`);
};

/** Sends one call. What got no whole answer, or a page for people, is a failure of the `host.` family. */
export const askPanel = async (http: Http, host: string, call: HttpCall): Promise<HttpAnswer> => {
  const outcome = await http.send(call);
  if (outcome.kind === "lost") throw lossFailure(host, outcome);
  if (!isPage(outcome)) return outcome;
  const failed = statusFailure(outcome, host);
  if (failed) throw failed;
  if (isLoginForm(outcome)) throw failure("host.unauthorised", { host }, { evidence: evidenceOf(outcome) });
  throw malformed(outcome, host, "a web page in place of its API");
};

/** The answer in the panel's shape. Failure: `host.malformed-answer`, which names the field in the way. */
export const readJson = <Schema extends z.ZodType>(
  answer: HttpAnswer,
  schema: Schema,
  host: string,
): z.output<Schema> => {
  const json = tryJson(answer.text);
  if (json === undefined) throw malformed(answer, host, answer.text === "" ? "it is empty" : "it is not JSON");
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  const path = parsed.error.issues[0]?.path.join(".");
  throw malformed(answer, host, path ? `the field ${path} is not as documented` : "its shape is not as documented");
};
