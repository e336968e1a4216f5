import type { Secret } from "@hostseal/pki";
import type { HttpBody } from "./http.ts";

/** A body as it goes over the wire. */
export type Written = { readonly text: string; readonly type: string; readonly secrets: readonly string[] };

const FORM = "application/x-www-form-urlencoded";

const writeForm = (fields: Readonly<Record<string, string | Secret>>): Written => {
  const secrets: string[] = [];
  const plain = Object.entries(fields).map(([name, value]): [string, string] => {
    if (typeof value === "string") return [name, value];
    const revealed = value.reveal();
    secrets.push(revealed);
    return [name, revealed];
  });
  return { text: new URLSearchParams(plain).toString(), type: FORM, secrets };
};

export const writeBody = (body: HttpBody): Written => {
  switch (body.kind) {
    case "json":
      return { text: JSON.stringify(body.value), type: "application/json", secrets: [] };
    case "form":
      return writeForm(body.fields);
    case "text":
      return { text: body.text, type: body.type, secrets: [] };
  }
};
