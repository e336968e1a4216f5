import { join } from "node:path";
import { reasonOf } from "@hostseal/core";
import type { DemoWorld } from "@hostseal/sandbox";
import { whyNoServer } from "./programs.ts";
import { SERVER_SITE } from "./server-files.ts";
import type { DemoServer, ServerWish } from "./start-server.ts";
import { startServer } from "./start-server.ts";

/** The demo's server over SSH, or why there is none on this machine. */
export type ServerOrWhyNot =
  | { readonly kind: "there"; readonly server: DemoServer }
  | { readonly kind: "left-out"; readonly because: string };

/** Adds a server to the demo world: its site answers there, and the world's DNS leads to it. */
export const addServer = async (
  { http, https, controls }: DemoWorld,
  { folder, ...wish }: Omit<ServerWish, "ports">,
): Promise<ServerOrWhyNot> => {
  const because = whyNoServer(process.getuid?.());
  if (because !== undefined) return { kind: "left-out", because };
  try {
    const ports = { http: http.port, https: https.port };
    const server = await startServer({ ...wish, folder: join(folder, "server"), ports });
    controls.dns.add({ host: SERVER_SITE, type: "A", value: server.address });
    return { kind: "there", server };
  } catch (thrown) {
    return { kind: "left-out", because: reasonOf(thrown) };
  }
};
