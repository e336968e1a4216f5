import { once } from "node:events";
import { createServer } from "node:net";

/** A port that was free a moment ago on all local addresses. */
export const freePort = async (): Promise<number> => {
  const server = createServer().listen(0);
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("the socket has no port");
  return address.port;
};
