import type { Failure } from "@hostseal/core";
import { failure } from "@hostseal/core";
import type { HttpCall } from "./http.ts";

/** What is known of a request that got no whole answer. */
export type Loss = {
  readonly call: HttpCall;
  /** Whether it can have reached the vendor. */
  readonly sent: boolean;
  readonly timedOut: boolean;
  readonly redact: (text: string) => string;
};

const REASONS: Readonly<Record<string, string>> = {
  ECONNREFUSED: "the connection was refused",
  ECONNRESET: "the connection was cut",
  ENOTFOUND: "its name is not known",
  EAI_AGAIN: "its name cannot be looked up now",
  EHOSTUNREACH: "there is no way to it",
  ENETUNREACH: "there is no network",
  EPIPE: "the connection was cut",
};

const codeOf = (thrown: unknown): string =>
  thrown instanceof Error && "code" in thrown && typeof thrown.code === "string" ? thrown.code : "";

const isCertificate = (code: string): boolean => /CERT|SELF_SIGNED|UNABLE_TO|ERR_TLS/.test(code);

const reason = (thrown: unknown, { timedOut }: Loss): string => {
  if (timedOut) return "no answer in time";
  const code = codeOf(thrown);
  if (isCertificate(code)) return "its TLS certificate cannot be trusted";
  return REASONS[code] ?? "the connection failed";
};

/** The bare reason of what axios threw: the whole carries the request, credential included, and goes nowhere. */
const bareCause = (thrown: unknown, redact: Loss["redact"]): Error => {
  const message = thrown instanceof Error ? thrown.message : "unknown";
  return new Error(redact(`${codeOf(thrown)} ${message}`.trim()));
};

/** Why what came is no answer of an API, where something came. */
const nonsense = (thrown: unknown): string | undefined => {
  if (thrown instanceof Error && thrown.message.startsWith("maxContentLength")) return "its answer is too long";
  return codeOf(thrown).startsWith("HPE_") ? "it does not speak HTTP" : undefined;
};

/** The failure of a request that got no whole answer. */
export const transportFailure = (thrown: unknown, loss: Loss): Failure => {
  const { issuer, spends = false } = loss.call;
  const cause = bareCause(thrown, loss.redact);
  const circumstances = { cause, evidence: cause.message };
  const because = nonsense(thrown);
  if (because !== undefined) return failure("issuer.malformed-answer", { issuer, because }, circumstances);
  return spends && loss.sent
    ? failure("issuer.answer-lost", { issuer }, circumstances)
    : failure("issuer.unreachable", { issuer, because: reason(thrown, loss) }, circumstances);
};
