import { asId, type SiteId } from "@hostseal/core";
import { splitPem } from "@hostseal/pki";
import type { Client } from "../api/client.ts";
import type { CertificatePlace, Holding } from "./certificate-place.ts";
import { serverFiles } from "../wire.ts";

const PATH = "/api/server-tls/files";

/** The panel's own certificate, which mail and FTP show where they know no better name. */
export const PANEL_SERVICE: SiteId = asId("service:panel");

/** `/api/server-tls`, for an administrator. There always is a certificate, so it can be replaced and not removed. */
export const createServerTls = (client: Client): CertificatePlace => {
  const look = async (): Promise<Holding> => {
    const { certificate, key } = await client.read({ method: "GET", path: PATH }, serverFiles);
    const [leaf, ...chain] = splitPem(certificate);
    return { slot: PANEL_SERVICE, ...(leaf !== undefined && { material: { leaf, chain, key } }) };
  };
  return {
    kind: "server-tls",
    look,
    lookAgain: async () => (await look()).material,
    put: async (_slot, { leaf, chain, key }) => {
      const value = { certificate: [leaf, ...chain].join(""), key };
      await client.run({ method: "PUT", path: PATH, body: { kind: "json", value } });
    },
  };
};
