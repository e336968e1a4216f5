import { onTestFinished } from "vitest";
import { serveJsonFace } from "../json-face/serve-json-face.ts";
import type { Founded } from "./found-authority.ts";
import { CREDENTIAL, csrFor, foundAuthority } from "./found-authority.ts";

export type Asking = { readonly body?: unknown; readonly key?: string; readonly credential?: string };

export type Told = {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Nothing when the text is no JSON. */
  readonly json: unknown;
};

export type Served = Founded & {
  readonly url: string;
  readonly ask: (method: string, path: string, asking?: Asking) => Promise<Told>;
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const ask = async (method: string, url: string, { body, key, credential = CREDENTIAL }: Asking): Promise<Told> => {
  const headers = {
    Authorization: `Bearer ${credential}`,
    "Content-Type": "application/json",
    ...(key !== undefined && { "Idempotency-Key": key }),
  };
  const answer = await fetch(url, { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) });
  const text = await answer.text();
  return { status: answer.status, headers: answer.headers, text, json: parsed(text) };
};

/** An authority behind its JSON face on a real port, gone when the test is over. */
export const serveFounded = async (): Promise<Served> => {
  const founded = await foundAuthority();
  const face = await serveJsonFace(founded.authority, { controls: true });
  onTestFinished(async () => {
    await face.close();
    founded.authority.close();
  });
  return { ...founded, url: face.url, ask: (method, path, asking = {}) => ask(method, `${face.url}${path}`, asking) };
};

/** An order as the wire has it, to be proven by CNAME. */
export const wireOrderFor = async (...names: readonly string[]) => ({
  product_code: "sandbox-dv-multi",
  term_months: "12",
  csr: await csrFor(...names),
  domains: names.map((fqdn) => ({ fqdn, dcv: { method: "CNAME" } })),
  contacts: [{ email: "owner@example.com" }],
  agreement_accepted_at: "2026-11-21T11:00:00+01:00",
});
