import type { Request } from "express";
import { type Part, partsIn } from "./multipart.ts";

/** The fields that hold one text each; others are passed over. */
export const texts = (fields: unknown): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries((fields ?? {}) as Readonly<Record<string, unknown>>).filter(
      (pair): pair is [string, string] => typeof pair[1] === "string",
    ),
  );

/** The parts of a form with files; nothing of any other body. */
export const partsOf = (request: Request): readonly Part[] =>
  Buffer.isBuffer(request.body) ? partsIn(request.body.toString(), request.headers["content-type"] ?? "") : [];

/** Fields of the query and of the form, whichever kind it is. */
export const fieldsOf = (request: Request): Readonly<Record<string, string>> => {
  const parts = partsOf(request).filter(({ filename }) => filename === undefined);
  const form = Buffer.isBuffer(request.body) ? {} : texts(request.body);
  return { ...texts(request.query), ...form, ...Object.fromEntries(parts.map(({ name, text }) => [name, text])) };
};
