import { once } from "node:events";
import { createServer } from "node:http";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import type { Clock } from "@hostseal/core";
import type { PostOffice } from "@hostseal/sandbox";
import { z } from "zod";

/** What other processes ask the demo for: which time it is, and to take a message over. */
export type DemoDesk = { readonly url: string; close(): Promise<void> };

const mail = z.object({ id: z.string(), to: z.array(z.string()), subject: z.string(), text: z.string() });

type Parts = { readonly clock: Clock; readonly mailbox: PostOffice };

const answer = async (request: IncomingMessage, { clock, mailbox }: Parts): Promise<[number, object]> => {
  const asked = `${request.method} ${request.url}`;
  if (asked === "GET /clock") return [200, { now: clock.now() }];
  if (asked !== "POST /mail") return [404, {}];
  const read = mail.safeParse(JSON.parse(await text(request)));
  if (!read.success) return [422, {}];
  mailbox.deliver(read.data);
  return [202, {}];
};

const serve = async (request: IncomingMessage, response: ServerResponse, parts: Parts): Promise<void> => {
  const [status, body] = await answer(request, parts).catch((): [number, object] => [400, {}]);
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
};

/** Opens the desk on a free port of the loopback interface. */
export const openDemoDesk = async (parts: Parts): Promise<DemoDesk> => {
  const server = createServer((request, response) => void serve(request, response, parts));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
};
