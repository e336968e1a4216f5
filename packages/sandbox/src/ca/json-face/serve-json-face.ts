import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Authority } from "../authority.ts";
import type { FaceOptions } from "./create-json-face.ts";
import { createJsonFace } from "./create-json-face.ts";

export type ServedFace = {
  /** `http://127.0.0.1:<port>` */
  readonly url: string;
  /** Ends the face with every open connection; the authority stays. */
  readonly close: () => Promise<void>;
};

/** Serves the JSON face on a free port of the loopback interface, or on the given one. */
export const serveJsonFace = async (
  authority: Authority,
  { port = 0, ...options }: FaceOptions & { readonly port?: number } = {},
): Promise<ServedFace> => {
  const server = createServer(createJsonFace(authority, options)).listen(port, "127.0.0.1");
  await once(server, "listening");
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  authority.answersAt(url);
  return {
    url,
    async close() {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
};
