import { type ErrorCode, errors, isFailure } from "@hostseal/core";
import { ZodError } from "zod";
import type { Problem } from "./schemas/problem.ts";

type ProblemRow = { readonly status: number; readonly sentence: string; readonly fix: string };

/** Refusals that only exist because a program asks; the others are the core's errors. */
const own = {
  "request.invalid": {
    status: 422,
    sentence: "The request is not as the API describes it.",
    fix: "Correct what is named; the description is at /api/v1/openapi.json.",
  },
  "request.unreadable": {
    status: 400,
    sentence: "The body is not JSON, or too long.",
    fix: "Send JSON of at most 128 KiB.",
  },
  "request.unauthenticated": {
    status: 401,
    sentence: "No valid API key came with the request.",
    fix: "Send `Authorization: Bearer` and a key that has not been removed.",
  },
  "request.out-of-scope": {
    status: 403,
    sentence: "The key may not be used for this.",
    fix: "Use a key that has the scope which the API's description names.",
  },
  "request.unknown": {
    status: 404,
    sentence: "There is nothing here.",
    fix: "The description is at /api/v1/openapi.json.",
  },
  "request.too-many": { status: 429, sentence: "Too many requests.", fix: "Wait as long as Retry-After says." },
  "idempotency.key-missing": {
    status: 400,
    sentence: "This request needs an idempotency key.",
    fix: "Send `Idempotency-Key` with a value of your own that is new for every new intention.",
  },
  "idempotency.key-reused": {
    status: 422,
    sentence: "This idempotency key came with another request before.",
    fix: "Use a new key for a new intention.",
  },
  "idempotency.under-way": {
    status: 409,
    sentence: "The first request with this idempotency key is still being answered.",
    fix: "Ask again in some seconds.",
  },
  unexpected: {
    status: 500,
    sentence: "Something failed on our side. Nothing is lost.",
    fix: "Try again in a minute; name the number of this request to support.",
  },
} as const satisfies Record<string, ProblemRow>;

export type OwnProblem = keyof typeof own;

/** Thrown by what stands before an operation. */
export class ApiRefusal extends Error {
  readonly code: OwnProblem;

  constructor(code: OwnProblem) {
    super(own[code].sentence);
    this.code = code;
  }
}

export const apiRefusal = (code: OwnProblem): ApiRefusal => new ApiRefusal(code);

const allRows: Readonly<Record<string, ProblemRow>> = { ...errors, ...own };

/** What a code means; nothing for a code that does not exist. */
export const problemRow = (code: string): ProblemRow | undefined =>
  Object.hasOwn(allRows, code) ? allRows[code] : undefined;

const titleOf = (code: string): string => code.replaceAll(/[.-]/g, " ");

const toOwn = (code: OwnProblem, instance: string): Problem => {
  const { status, sentence, fix } = own[code];
  return { type: `/api/v1/problems/${code}`, title: titleOf(code), status, detail: sentence, code, fix, instance };
};

/** What the core says of itself in terms of its commands is said here in terms of the API. */
const apiFixes: Readonly<Partial<Record<ErrorCode, string>>> = {
  "order.unknown": "GET /api/v1/orders lists all orders that this key may see.",
  "order.refused": "GET the order: it says what it waits for.",
  "input.option": "Correct what is named; the description is at /api/v1/openapi.json.",
};

const isBodyError = (thrown: unknown): boolean =>
  thrown instanceof Error && "type" in thrown && "status" in thrown && typeof thrown.type === "string";

/** Anything that was thrown, as a problem. What was not foreseen says nothing about itself. */
export const toProblem = (thrown: unknown, instance: string): Problem => {
  if (thrown instanceof ApiRefusal) return toOwn(thrown.code, instance);
  if (thrown instanceof ZodError) {
    const issues = thrown.issues.map(({ path, message }) => ({ path: path.map(String).join("."), message }));
    return { ...toOwn("request.invalid", instance), errors: issues };
  }
  if (isBodyError(thrown)) return toOwn("request.unreadable", instance);
  if (!isFailure(thrown)) return toOwn("unexpected", instance);
  const { code, message: detail, row } = thrown;
  const fix = apiFixes[code] ?? thrown.fix;
  return { type: `/api/v1/problems/${code}`, title: titleOf(code), status: row.status, detail, code, fix, instance };
};
