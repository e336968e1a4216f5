import { refusal } from "./refusal.ts";

/** A part of an upload. */
export type UploadedFile = { readonly name: string; readonly bytes: Uint8Array };

/** What a call was given, by name; a name may come again, or with `-0`, `-1` behind it. */
export type CallArguments = {
  get(name: string): string | undefined;
  /** Refuses when it is missing or empty. */
  need(name: string): string;
  all(name: string): readonly string[];
  /** A comma list. */
  list(name: string): readonly string[];
  readonly files: readonly UploadedFile[];
};

type Given = { readonly fields: readonly (readonly [string, string])[]; readonly files: readonly UploadedFile[] };

export const toArguments = ({ fields, files }: Given): CallArguments => {
  const all = (name: string): readonly string[] =>
    fields.filter(([key]) => key === name || key.replace(/-\d+$/, "") === name).map(([, value]) => value);
  const get = (name: string): string | undefined => fields.find(([key]) => key === name)?.[1];
  const need = (name: string): string => {
    const value = get(name);
    if (!value) throw refusal(`No '${name}' argument specified.`);
    return value;
  };
  const list = (name: string): readonly string[] =>
    need(name)
      .split(",")
      .map((item) => item.trim());
  return { get, need, all, list, files };
};

/** Reads the body of a request, form or upload, and what stands in the address. */
export const readArguments = async (request: Request): Promise<Given> => {
  const fields = [...new URL(request.url).searchParams];
  const files: UploadedFile[] = [];
  const type = request.headers.get("content-type") ?? "";
  const body = /form/.test(type) ? await request.formData() : new FormData();
  for (const [name, value] of body) {
    if (typeof value === "string") fields.push([name, value]);
    else files.push({ name: value.name, bytes: new Uint8Array(await value.arrayBuffer()) });
  }
  return { fields, files };
};
