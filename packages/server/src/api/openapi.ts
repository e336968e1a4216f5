import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from "zod-openapi";
import { z } from "zod";
import type { Operation } from "./operation.ts";
import { problemSchema } from "./schemas/problem.ts";
import { orderIdSchema } from "./schemas/values.ts";

const KEY_HEADER = z.object({
  "Idempotency-Key": z
    .string()
    .min(1)
    .max(128)
    .meta({ description: "Of your own; new for every new intention, the same when you ask again. Kept for a day" }),
});

const problem = (description: string) => ({
  description,
  content: { "application/problem+json": { schema: problemSchema } },
});

const refusals = {
  "400": problem("The request cannot be read, or an idempotency key is missing"),
  "401": problem("No valid key"),
  "403": problem("The key may not be used for this"),
  "404": problem("There is no such thing for this key"),
  "409": problem("It cannot be done now"),
  "422": problem("What was sent cannot be used"),
  "429": problem("Too many requests; `Retry-After` and the RateLimit fields say when"),
  "500": problem("Something failed on our side"),
};

const successOf = ({ status, answer }: Operation) =>
  status === 204
    ? { description: "Done" }
    : { description: "Done", content: { "application/json": { schema: answer } } };

const describe = (operation: Operation): ZodOpenApiOperationObject => {
  const { id, summary, scope, path, query, body, idempotencyKey, status } = operation;
  return {
    operationId: id,
    summary,
    description: `The key needs the scope \`${scope}\`.`,
    security: [{ key: [] }],
    requestParams: {
      ...(path.includes("{id}") && { path: z.object({ id: orderIdSchema }) }),
      ...(Object.keys(query.shape).length > 0 && { query }),
      ...(idempotencyKey === "required" && { header: KEY_HEADER }),
    },
    ...(body && { requestBody: { required: true, content: { "application/json": { schema: body } } } }),
    responses: { [status]: successOf(operation), ...refusals },
  };
};

const pathsOf = (operations: readonly Operation[]): ZodOpenApiPathsObject => {
  const paths: Record<string, Record<string, ZodOpenApiOperationObject>> = {};
  for (const operation of operations) {
    const methods = (paths[operation.path] ??= {});
    methods[operation.method] = describe(operation);
  }
  return paths;
};

/** The API's description (OpenAPI 3.1), made of the same schemas that read the requests. */
export const describeApi = (operations: readonly Operation[], title: string): object =>
  createDocument({
    openapi: "3.1.0",
    info: { title, version: "1.0.0", description: "Certificates: ordering, proving control, reissuing, following." },
    servers: [{ url: "/api/v1" }],
    components: { securitySchemes: { key: { type: "http", scheme: "bearer" } } },
    paths: pathsOf(operations),
  });
