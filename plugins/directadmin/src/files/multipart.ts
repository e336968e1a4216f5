import type { HttpBody } from "@hostseal/http";

export type UploadedFile = { readonly field: string; readonly name: string; readonly text: string };

const DISPOSITION = "Content-Disposition: form-data; name=";

/** A form with one file in it (RFC 7578). The boundary must not occur in the text. */
export const toMultipart = (
  fields: Readonly<Record<string, string>>,
  file: UploadedFile,
  boundary: string,
): HttpBody => {
  const parts = [
    ...Object.entries(fields).map(([name, value]) => `${DISPOSITION}"${name}"\r\n\r\n${value}`),
    `${DISPOSITION}"${file.field}"; filename="${file.name}"\r\nContent-Type: text/plain\r\n\r\n${file.text}`,
  ];
  const text = parts.map((part) => `--${boundary}\r\n${part}\r\n`).join("");
  return { kind: "text", type: `multipart/form-data; boundary=${boundary}`, text: `${text}--${boundary}--\r\n` };
};
