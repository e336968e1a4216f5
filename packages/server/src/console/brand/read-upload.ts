import express, { type RequestHandler } from "express";

const LARGEST_UPLOAD = "128kb";
const KEY = "upload";

/** Reads a form with a file into `body` as other forms are, and keeps the file beside it (RFC 7578). */
export const readUpload = (field: string): readonly RequestHandler[] => [
  express.raw({ type: "multipart/form-data", limit: LARGEST_UPLOAD }),
  async (request, response, next) => {
    if (!Buffer.isBuffer(request.body)) return next();
    const headers = { "content-type": request.get("content-type") ?? "" };
    const form = await new Response(new Uint8Array(request.body), { headers }).formData();
    const file = form.get(field);
    const texts = [...form].flatMap(([name, value]) => (typeof value === "string" ? [[name, value] as const] : []));
    request.body = Object.fromEntries(texts);
    if (file instanceof File && file.size > 0) response.locals[KEY] = new Uint8Array(await file.arrayBuffer());
    next();
  },
];

/** The file that came with the form, if one did. */
export const uploadOf = ({ locals }: { readonly locals: Record<string, unknown> }): Uint8Array | undefined =>
  locals[KEY] as Uint8Array | undefined;
