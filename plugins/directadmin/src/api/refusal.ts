import { type HttpAnswer, tryJson } from "@hostseal/http";
import { z } from "zod";

/** What DirectAdmin says when it does not do what it is asked. */
export type Refusal = {
  readonly status: number;
  /** `NOT_FOUND`, `TLS_CERTIFICATE_INVALID` …; empty from the older commands, which only have words. */
  readonly type: string;
  readonly words: string;
};

const text = z.string().catch("");

/** `/api/*`: the status is wrong, and the body says why. */
const typed = z
  .object({ type: z.string().regex(/^[A-Z][A-Z0-9_]{2,60}$/), message: text, output: text })
  .transform(({ type, message, output }) => ({ type, words: message || output }));

/** `CMD_API_*`: `error` is a text, or a number that says whether `text` is one; the status may be anything. */
const worded = z
  .object({ error: z.union([z.string(), z.number(), z.boolean()]), text, details: text, result: text })
  .refine(({ error }) => ![0, false, "", "0"].includes(error))
  .transform(({ error, text, details, result }) => ({
    type: "",
    words: [Number(error) === 1 ? "" : String(error), text, details, result].filter(Boolean).join(": "),
  }));

/** The refusal in an answer to a command, when it is one that says so itself. */
export const refusalIn = ({ status, text }: HttpAnswer, isCommand: boolean): Refusal | undefined => {
  const readings = [...(status >= 400 ? [typed] : []), ...(isCommand ? [worded] : [])];
  for (const reading of readings) {
    const read = reading.safeParse(tryJson(text));
    if (read.success) return { status, ...read.data };
  }
  return status === 404 ? { status, type: "", words: "" } : undefined;
};
