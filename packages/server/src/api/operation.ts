import { z } from "zod";
import type { ApiScope } from "../access/roles.ts";
import type { Call } from "./api.ts";

type Route = {
  /** Its name in the description, for programs that are generated from it. */
  readonly id: string;
  readonly method: "get" | "post" | "delete";
  /** As OpenAPI writes it: `/orders/{id}`. */
  readonly path: string;
  readonly summary: string;
  readonly scope: ApiScope;
  /** `required` on everything that spends or makes something new; everything else is the same when done twice. */
  readonly idempotencyKey: "required" | "not-taken";
  /** The status of success. */
  readonly status: 200 | 201 | 202 | 204;
  readonly answer: z.ZodType;
};

type Spec<Query extends z.ZodObject, Body extends z.ZodType> = Route & {
  readonly query?: Query;
  readonly body?: Body;
  readonly run: (call: Call<z.output<Query>, z.output<Body>>) => Promise<unknown>;
};

/** One thing that a program can ask for. Routes and description are made from the same rows. */
export type Operation = Route & {
  readonly query: z.ZodObject;
  readonly body: z.ZodType | undefined;
  readonly run: (call: Call) => Promise<unknown>;
};

const nothing = z.strictObject({});

/** Reads what was sent before anything is done with it, and gives nothing away that is not described. */
export const operation = <Query extends z.ZodObject, Body extends z.ZodType>(spec: Spec<Query, Body>): Operation => {
  const query = spec.query ?? nothing;
  return {
    ...spec,
    query,
    body: spec.body,
    run: async (call) => {
      const asked = { query: query.parse(call.query), body: spec.body?.parse(call.body ?? {}) };
      const answered = await spec.run({ ...call, ...asked } as Call<z.output<Query>, z.output<Body>>);
      return spec.answer.parse(answered);
    },
  };
};
