import { createServer } from "node:http";
import express from "express";
import { listen } from "../listen.ts";
import { createMailPages } from "../mailbox/mail-pages.ts";
import type { PostOffice } from "../mailbox/post-office.ts";
import { answerFailure, answerUnknownCall } from "./answer-failure.ts";
import { authenticate } from "./authorise.ts";
import type { Panel } from "./panel.ts";
import type { PanelFaults } from "./panel-faults.ts";
import { createFileRoutes } from "./routes/file-routes.ts";
import { createKeyRoutes } from "./routes/key-routes.ts";
import { createRecordRoutes } from "./routes/record-routes.ts";
import { createTlsRoutes } from "./routes/tls-routes.ts";
import { createWebspaceRoutes } from "./routes/webspace-routes.ts";

/** The hosting panel over HTTP, with the mailboxes of its customers beside the API. */
export type PanelServer = {
  /** Base of the API, without final slash. */
  readonly url: string;
  /** The mailboxes as web pages. */
  readonly mailUrl: string;
  /** Every call that reached the API, as `POST /api/webspaces/bakery/tls/install`, the oldest first. */
  calls(): readonly string[];
  close(): Promise<void>;
};

export const startPanelServer = async (
  panel: Panel,
  { faults, mailbox }: { readonly faults: PanelFaults; readonly mailbox: PostOffice },
): Promise<PanelServer> => {
  const calls: string[] = [];
  const app = express().disable("x-powered-by");
  app.use("/mail", createMailPages(mailbox));
  app.use((request, _response, next) => {
    calls.push(`${request.method} ${request.path}`);
    next();
  });
  app.use(faults.intercept, authenticate(panel.accounts), express.json({ limit: "256kb" }));
  app.use("/api", createWebspaceRoutes(panel), createTlsRoutes(panel), createRecordRoutes(panel));
  app.use("/api", createFileRoutes(panel), createKeyRoutes(panel));
  app.use(answerUnknownCall, answerFailure);

  const server = await listen(createServer(app));
  const origin = `http://${server.endpoint.address}:${server.endpoint.port}`;
  return {
    url: `${origin}/api`,
    mailUrl: `${origin}/mail`,
    calls: () => [...calls],
    close: async () => server.close(),
  };
};
