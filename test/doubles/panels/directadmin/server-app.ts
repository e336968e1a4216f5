import express, { type Express } from "express";
import { type Admission, admit, allow } from "./admission.ts";
import { ACME_CONFIG } from "./api/acme-config.ts";
import { notFound } from "./api/api-call.ts";
import { DOMAIN_TLS } from "./api/domain-tls.ts";
import { FILES } from "./api/file-routes.ts";
import { answerApiRefusal, runRoute } from "./api/run-route.ts";
import { SERVER } from "./api/server-routes.ts";
import { runCommand } from "./commands/run-command.ts";
import type { Premises } from "./premises.ts";

const LARGEST_BODY = "256kb";

/** The panel's API as a whole: commands, and what is below `/api`. */
export const createServerApp = (premises: Premises, admission: Admission): Express => {
  const app = express().disable("x-powered-by");
  app.use(admit(admission), allow);
  app.use(express.json({ limit: LARGEST_BODY }), express.urlencoded({ extended: false, limit: LARGEST_BODY }));
  app.use(express.raw({ type: "multipart/form-data", limit: LARGEST_BODY }));
  for (const route of [...DOMAIN_TLS, ...ACME_CONFIG, ...FILES, ...SERVER])
    app[route.method](route.path, runRoute(premises, route));
  app.all("/:command", runCommand(premises));
  app.use(() => {
    throw notFound();
  });
  app.use(answerApiRefusal);
  return app;
};
