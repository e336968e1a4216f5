import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import { Secret } from "@hostseal/pki";
import { type AssertionMemory, type Claims, verifyAssertion } from "@hostseal/sign-on";
import { onTestFinished } from "vitest";
import { listenHere } from "../../contracts/listen-here.ts";

export const SERVER_KEY = Buffer.alloc(32, 9).toString("base64url");

const createMemory = (): AssertionMemory => {
  const used = new Set<string>();
  return {
    useOnce: async (issuer, number) => {
      const isNew = !used.has(`${issuer} ${number}`);
      used.add(`${issuer} ${number}`);
      return isNew;
    },
    isCurrent: async () => true,
  };
};

/** The app's side of signing on: what it would say to an assertion, and what it was told of accounts. */
export const openApp = async () => {
  const heard: Claims[] = [];
  const state = { isDown: false };
  const memory = createMemory();

  const verify = async (assertion: string, audience: string) =>
    verifyAssertion(assertion, {
      now: Date.now(),
      audience,
      serverOf: (id) =>
        id === "web1" ? { key: new Secret(SERVER_KEY), origins: ["https://panel.example:2083"] } : undefined,
      memory,
    });

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const form = new URLSearchParams(await text(request));
    const verified = await verify(form.get("assertion") ?? "", server.url);
    const isTaken = request.url === "/panel/lifecycle" && verified.kind === "accepted" && !state.isDown;
    if (isTaken) heard.push(verified.claims);
    response.writeHead(isTaken ? 204 : 503).end();
  };

  const server = await listenHere(createServer((request, response) => void serve(request, response)));
  onTestFinished(async () => server.close());
  return { url: server.url, heard, state, verify: async (assertion: string) => verify(assertion, server.url) };
};

export type AppDouble = Awaited<ReturnType<typeof openApp>>;
