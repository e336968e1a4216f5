import { type Failure, failure } from "@hostseal/core";
import type { HttpAnswer } from "@hostseal/http";
import { evidenceOf, statusFailure } from "@hostseal/panel";
import { fromLegacyText } from "./legacy-text.ts";
import { type Refusal, refusalIn } from "./refusal.ts";

/** What the panel said: something to read, or that it does not do it. */
export type Reply =
  | { readonly kind: "answered"; readonly answer: HttpAnswer }
  | { readonly kind: "refused"; readonly refusal: Refusal };

/** A login key allows commands: the older ones by their names, the newer ones by the first part of their path. */
const permissionOf = (path: string): string => {
  const [, first = "", second = ""] = path.split("/");
  return first === "api" ? second : first;
};

/** Somebody else's domain is refused in words, and not always with a status of its own. */
const ABOUT_DOMAINS = /\b(?:own|belong)/i;

const isDenied = ({ status }: HttpAnswer, { type, words }: Pick<Refusal, "type" | "words">): boolean =>
  status === 403 && ["", "ACCESS_DENIED"].includes(type) && !ABOUT_DOMAINS.test(words);

/** Answers in the older form are rewritten as JSON, so that all the rest knows one form. */
const asJson = (answer: HttpAnswer): HttpAnswer => {
  const pairs = fromLegacyText(answer.text);
  return pairs === undefined ? answer : { ...answer, text: JSON.stringify(pairs) };
};

const permissionFailure = (answer: HttpAnswer, path: string, host: string): Failure => {
  const permission = `the command ${permissionOf(path)} among those its login key allows`;
  return failure("host.permission-missing", { host, permission }, { evidence: evidenceOf(answer) });
};

/** Reads a refusal out of an answer, or says that there is something to read. What is no word of the API is thrown. */
export const judgeAnswer = (given: HttpAnswer, path: string, host: string): Reply => {
  const isCommand = path.startsWith("/CMD_");
  const answer = isCommand ? asJson(given) : given;
  const refusal = refusalIn({ ...answer, text: answer.redact(answer.text) }, isCommand);
  if (answer.status === 401) throw failure("host.unauthorised", { host }, { evidence: evidenceOf(answer) });
  if (isDenied(answer, refusal ?? { type: "", words: "" })) throw permissionFailure(answer, path, host);
  if (refusal) return { kind: "refused", refusal };
  const failed = statusFailure(answer, host);
  if (failed) throw failed;
  return { kind: "answered", answer };
};
