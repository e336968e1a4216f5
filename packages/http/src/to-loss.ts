import type { HttpLoss } from "./http.ts";

/** What is known of a request that got no whole answer. */
export type Circumstances = {
  readonly wasSent: boolean;
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
  ERR_PINNED_CERTIFICATE: "its TLS certificate is not the one that was pinned",
};

const codeOf = (thrown: unknown): string =>
  thrown instanceof Error && "code" in thrown && typeof thrown.code === "string" ? thrown.code : "";

const isCertificate = (code: string): boolean => /CERT|SELF_SIGNED|UNABLE_TO|ERR_TLS/.test(code);

/** Why what came is no answer of an API, where something came. */
const nonsense = (thrown: unknown): string | undefined => {
  if (thrown instanceof Error && thrown.message.startsWith("maxContentLength")) return "its answer is too long";
  return codeOf(thrown).startsWith("HPE_") ? "it does not speak HTTP" : undefined;
};

const reason = (thrown: unknown, { timedOut }: Circumstances): string => {
  if (timedOut) return "no answer in time";
  const code = codeOf(thrown);
  return REASONS[code] ?? (isCertificate(code) ? "its TLS certificate cannot be trusted" : "the connection failed");
};

/** The bare reason of what axios threw: the whole carries the request, credential included, and goes nowhere. */
const bareCause = (thrown: unknown, redact: Circumstances["redact"]): Error => {
  const message = thrown instanceof Error ? thrown.message : "unknown";
  return new Error(redact(`${codeOf(thrown)} ${message}`.trim()));
};

/** What axios threw, as a value. */
export const toLoss = (thrown: unknown, circumstances: Circumstances): HttpLoss => {
  const strange = nonsense(thrown);
  return {
    kind: "lost",
    wasSent: circumstances.wasSent,
    isNonsense: strange !== undefined,
    because: strange ?? reason(thrown, circumstances),
    cause: bareCause(thrown, circumstances.redact),
  };
};
