import { failure } from "@hostseal/core";
import { createHttp, type HttpAnswer, tryJson } from "@hostseal/http";
import { Secret } from "@hostseal/pki";
import { z } from "zod";
import type { CommandContext } from "../../command-line/command-row.ts";
import { readOptions } from "../read-options.ts";
import { readTextFile } from "../read-text-file.ts";

/** The variable that holds a key where no file is named. */
const VARIABLE = "HOSTSEAL_API_KEY";

/** Where the service is, and where the key for it lies. */
const ACCESS = {
  url: z.url({ protocol: /^https?$/, error: "write the service's address" }),
  keyFile: z.string().optional(),
};

const problem = z.object({ code: z.string(), detail: z.string(), fix: z.string() });
export type Problem = z.output<typeof problem>;

/** What a service says to one question. */
export type Said =
  | { readonly kind: "answer"; readonly value: unknown }
  | { readonly kind: "problem"; readonly problem: Problem };

export type Asked = {
  readonly method: "GET" | "POST";
  /** Below the API, with its query. */
  readonly path: string;
  readonly body?: unknown;
  readonly idempotencyKey?: string;
};

/** Asks a service over its API. Fails with `input.option` when there is no key, and when nothing answers there. */
export type AskService = (asked: Asked) => Promise<Said>;

const isLoopback = ({ hostname }: URL): boolean => /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname);

const readKey = async ({ environment }: CommandContext, file: string | undefined): Promise<Secret> => {
  const text = file === undefined ? environment.credential(VARIABLE) : await readTextFile("--key-file", file);
  if (text !== undefined && text.trim() !== "") return new Secret(text.trim());
  throw failure("input.option", { option: "--key-file", because: `name a file with an API key, or set ${VARIABLE}` });
};

const toSaid = ({ status, text }: HttpAnswer, url: string): Said => {
  const value = tryJson(text);
  if (status >= 200 && status < 300 && value !== undefined) return { kind: "answer", value };
  const told = problem.safeParse(value);
  if (told.success) return { kind: "problem", problem: told.data };
  throw failure("input.option", { option: "--url", because: `${url} is not the address of a service like this` });
};

export const openService = async (
  context: CommandContext,
  options: Readonly<Record<string, unknown>>,
): Promise<AskService> => {
  const { url, keyFile } = readOptions(ACCESS, options);
  if (!url.startsWith("https:") && !isLoopback(new URL(url)))
    throw failure("input.option", { option: "--url", because: "a key only travels over https" });
  const secret = await readKey(context, keyFile);
  const http = createHttp({ signal: context.signal });
  return async ({ method, path, body, idempotencyKey }) => {
    const outcome = await http.send({
      method,
      url: `${url.replace(/\/$/, "")}/api/v1${path}`,
      credential: { secret, toHeaders: (token) => ({ authorization: `Bearer ${token}` }) },
      ...(idempotencyKey !== undefined && { headers: { "idempotency-key": idempotencyKey } }),
      ...(body !== undefined && { body: { kind: "json", value: body } as const }),
    });
    if (outcome.kind === "answer") return toSaid(outcome, url);
    throw failure("input.option", { option: "--url", because: `${url} cannot be reached: ${outcome.because}` });
  };
};
