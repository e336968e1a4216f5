import type { HttpAnswer } from "@hostseal/http";
import { malformed, readJson } from "@hostseal/panel";
import type { z } from "zod";
import { api2Answer, throughWhm, uapiAnswer, type UapiAnswer, whmAnswer } from "./wire.ts";

/** How one call was answered, where a refusal is something the caller can deal with. */
export type Spoken = { readonly kind: "done"; readonly data: unknown; readonly answer: HttpAnswer } | Refusal;

/** `token`: what the token may do was in the way; `function`: the call itself had an objection. */
export type Refusal = {
  readonly kind: "refused";
  readonly by: "token" | "function";
  readonly words: string;
  readonly answer: HttpAnswer;
};

const fromResult = ({ status, data, errors = [] }: UapiAnswer, answer: HttpAnswer): Spoken =>
  status ? { kind: "done", data, answer } : { kind: "refused", by: "function", words: errors.join(" "), answer };

/** UAPI over `/execute`. */
export const fromUapi = (answer: HttpAnswer, host: string): Spoken =>
  fromResult(readJson(answer, uapiAnswer, host), answer);

/** WHM API 1. */
export const fromWhm = (answer: HttpAnswer, host: string): Spoken => {
  const { metadata, data } = readJson(answer, whmAnswer, host);
  if (metadata.result) return { kind: "done", data, answer };
  return { kind: "refused", by: "token", words: metadata.reason ?? "no reason", answer };
};

/** UAPI through `uapi_cpanel`, which fails on either level. */
export const fromBoth = (answer: HttpAnswer, host: string): Spoken => {
  const outer = fromWhm(answer, host);
  if (outer.kind === "refused") return outer;
  const inner = throughWhm.safeParse(outer.data);
  if (!inner.success) throw malformed(answer, host, "there is no answer of UAPI in it");
  return fromResult(inner.data.uapi, answer);
};

/** The old API 2. */
export const fromApi2 = (answer: HttpAnswer, host: string): Spoken => {
  const { data, error, event } = readJson(answer, api2Answer, host).cpanelresult;
  if (!error && event?.result !== false) return { kind: "done", data, answer };
  return { kind: "refused", by: "function", words: error ?? "no reason", answer };
};

/** What was given, in the documented shape. Failure: `host.malformed-answer`, which names call and field. */
export const readGiven = <Schema extends z.ZodType>(
  call: string,
  schema: Schema,
  { given, host }: { readonly given: Extract<Spoken, { kind: "done" }>; readonly host: string },
): z.output<Schema> => {
  const read = schema.safeParse(given.data);
  if (read.success) return read.data;
  const field = read.error.issues[0]?.path.join(".") || "data";
  throw malformed(given.answer, host, `the field ${field} of ${call} is not as documented`);
};
