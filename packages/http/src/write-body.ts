import { isSecret, type Secret } from "@hostseal/pki";
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

/** The value with the secrets in it laid bare, each of them remembered. */
const reveal = (value: unknown, secrets: string[]): unknown => {
  if (isSecret(value)) {
    const revealed = String(value.reveal());
    secrets.push(revealed);
    return revealed;
  }
  if (Array.isArray(value)) return value.map((part) => reveal(part, secrets));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, reveal(part, secrets)]));
};

const writeJson = (value: unknown): Written => {
  const secrets: string[] = [];
  return { text: JSON.stringify(reveal(value, secrets)), type: "application/json", secrets };
};

export const writeBody = (body: HttpBody): Written => {
  switch (body.kind) {
    case "json":
      return writeJson(body.value);
    case "form":
      return writeForm(body.fields);
    case "text":
      return { text: body.text, type: body.type, secrets: (body.secrets ?? []).map((secret) => secret.reveal()) };
  }
};
