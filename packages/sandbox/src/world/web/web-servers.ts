import { createServer as createHttpServer } from "node:http";
import { createServer as createHttpsServer } from "node:https";
import type { Endpoint } from "@hostseal/core";
import { listen } from "../listen.ts";
import { respond } from "./respond.ts";
import type { ServedCertificates } from "./served-certificates.ts";
import type { WebspaceRegister } from "./webspace-register.ts";

/** One HTTP and one HTTPS server for all virtual hosts. */
export type WebServers = { readonly http: Endpoint; readonly https: Endpoint; close(): Promise<void> };

export const startWebServers = async (
  webspaces: WebspaceRegister,
  certificates: ServedCertificates,
): Promise<WebServers> => {
  const http = createHttpServer((request, response) => void respond(webspaces, request, response, false));
  const https = createHttpsServer(
    {
      key: certificates.fallback.key.reveal(),
      cert: certificates.fallback.certificates.join("\n"),
      SNICallback: (host, done) => {
        const webspace = webspaces.answering(host);
        if (webspace?.habits.isDown) done(new Error("the site is down"));
        else done(null, certificates.contextOf(webspace?.id));
      },
    },
    (request, response) => void respond(webspaces, request, response, true),
  );
  const [plain, secure] = [await listen(http), await listen(https)];
  return {
    http: plain.endpoint,
    https: secure.endpoint,
    close: async () => void (await Promise.all([plain.close(), secure.close()])),
  };
};
