import type { HostFacts } from "../facts/index.ts";
import { readApacheConfig } from "./apache/apache-config.ts";
import { readNginxConfig } from "./nginx/nginx-config.ts";
import type { ReadConfig } from "./web-server-config.ts";

/** Reads what the probe brought; refuses where our reading and the server's own differ. */
export const readConfig = (facts: HostFacts): ReadConfig => {
  const { server } = facts;
  switch (server.kind) {
    case "nginx":
      return readNginxConfig(facts, server);
    case "apache":
      return readApacheConfig(facts, server);
  }
};
