import type { z } from "zod";
import { type HttpAnswer, tryJson } from "@hostseal/http";
import type { Asking } from "./status-failure.ts";
import { malformed } from "./status-failure.ts";

/** The answer in the vendor's shape. Fails with `issuer.malformed-answer` that names the field in the way. */
export const readJson = <Schema extends z.ZodType>(
  answer: HttpAnswer,
  schema: Schema,
  asking: Pick<Asking, "issuer">,
): z.output<Schema> => {
  const json = tryJson(answer.text);
  if (json === undefined) throw malformed(answer, asking, answer.text === "" ? "it is empty" : "it is not JSON");
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  const path = parsed.error.issues[0]?.path.join(".");
  throw malformed(answer, asking, path ? `the field ${path} is not as agreed` : "its shape is not as agreed");
};
