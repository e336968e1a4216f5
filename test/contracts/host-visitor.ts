import { createHash } from "node:crypto";
import { once } from "node:events";
import type { IncomingMessage } from "node:http";
import { request as httpRequest } from "node:http";
import { Agent, request as httpsRequest } from "node:https";
import { text } from "node:stream/consumers";
import { connect } from "node:tls";
import type { Endpoint } from "@hostseal/core";
import type { DomainName } from "@hostseal/rules";

/** What visitors of a site see, whoever issued its certificate. */
export type Visitor = {
  served(name: DomainName): Promise<string>;
  visit(name: DomainName): Promise<number>;
  settle(name: DomainName): Promise<{ ask(): Promise<number>; leave(): void }>;
  fetch(name: DomainName, path: string): Promise<{ readonly status: number; readonly body: string }>;
};

type Web = { readonly http: Endpoint; readonly https: Endpoint };

export const createVisitor = ({ http, https }: Web): Visitor => {
  /** A connection that stood idle may be closed by the server; clients ask again then (RFC 9110 §9.2.2). */
  const ask = async (name: DomainName, agent: Agent | false): Promise<number> => {
    const { address: host, port } = https;
    const outgoing = httpsRequest({
      host,
      port,
      agent,
      servername: name,
      rejectUnauthorized: false,
      headers: { host: name },
    });
    outgoing.end();
    try {
      const [response] = (await once(outgoing, "response")) as [IncomingMessage];
      await text(response);
      return response.statusCode ?? 0;
    } catch (thrown) {
      if (outgoing.reusedSocket) return ask(name, false);
      throw thrown;
    }
  };

  return {
    served: async (name) => {
      const { address: host, port } = https;
      const socket = connect({ host, port, servername: name, rejectUnauthorized: false });
      await once(socket, "secureConnect");
      const { raw } = socket.getPeerCertificate();
      socket.destroy();
      return createHash("sha256").update(raw).digest("hex");
    },
    visit: async (name) => ask(name, false),
    settle: async (name) => {
      const agent = new Agent({ keepAlive: true, maxSockets: 1 });
      await ask(name, agent);
      return { ask: async () => ask(name, agent), leave: () => agent.destroy() };
    },
    fetch: async (name, path) => {
      const { address: host, port } = http;
      const outgoing = httpRequest({ host, port, path, agent: false, headers: { host: name } });
      outgoing.end();
      const [response] = (await once(outgoing, "response")) as [IncomingMessage];
      return { status: response.statusCode ?? 0, body: await text(response) };
    },
  };
};
