import express, { type Router } from "express";
import { createAnswerProblem } from "./answer-problem.ts";
import type { Api } from "./api.ts";
import { createAuthentication } from "./authenticate.ts";
import { createIdempotency } from "./idempotency.ts";
import { describeApi } from "./openapi.ts";
import { operations } from "./operations.ts";
import { apiRefusal, problemRow } from "./problems.ts";
import { serveOperation } from "./serve-operation.ts";

const LARGEST_BODY = "128kb";

const toExpressPath = (path: string): string => path.replaceAll(/\{(\w+)\}/g, ":$1");

/** What anybody may read: the description, and what the codes of problems mean. */
const createOpenRoutes = (title: string): Router => {
  const description = describeApi(operations, title);
  return express
    .Router()
    .get("/openapi.json", (_request, response) => void response.json(description))
    .get("/problems/:code", ({ params: { code } }, response) => {
      const row = problemRow(code);
      if (row === undefined) throw apiRefusal("request.unknown");
      response.json({ code, status: row.status, sentence: row.sentence, fix: row.fix });
    });
};

/** `/api/v1`: every operation, for programs that show a key. */
export const createApiRoutes = (api: Api): Router => {
  const { world, settings } = api;
  const router = express.Router();
  const idempotency = createIdempotency(world);
  router.use(createOpenRoutes(`${settings.brand.name} API`));
  router.use(createAuthentication(api), express.json({ limit: LARGEST_BODY }));
  for (const operation of operations)
    router[operation.method](toExpressPath(operation.path), serveOperation(operation, api, idempotency));
  router.use(() => {
    throw apiRefusal("request.unknown");
  });
  router.use(createAnswerProblem(world.log));
  return router;
};
