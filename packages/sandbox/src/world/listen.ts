import type { AddressInfo, Server } from "node:net";
import type { Endpoint } from "@hostseal/core";

/** Every server of the demo world lives here, so that nothing of it can be reached from outside the machine. */
export const LOOPBACK = "127.0.0.1";

/** Binds a server to loopback and tells where; without a port the system chooses a free one. */
export const listen = async (server: Server, port = 0): Promise<Endpoint> => {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.once("error", reject);
  server.listen(port, LOOPBACK, resolve);
  await promise;
  server.removeListener("error", reject);
  return { address: LOOPBACK, port: (server.address() as AddressInfo).port };
};
