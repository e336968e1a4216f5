import { once } from "node:events";
import { connect } from "node:tls";
import { isIP } from "node:net";

/** What a server shows before anything is sent to it, for a person who decides whether to pin it. */
export type ShownCertificate = {
  /** Hex SHA-256 over the DER of the leaf. */
  readonly sha256: string;
  readonly subject: string;
  /** Whether the trusted roots vouch for it under the server's name. */
  readonly isTrusted: boolean;
};

const PATIENCE = 10_000;

/** Shakes hands with a server and sends nothing. Rejects with the reason when there is no handshake. */
export const readShownCertificate = async (url: string, roots?: readonly string[]): Promise<ShownCertificate> => {
  const { hostname, port } = new URL(url);
  const host = hostname.replace(/^\[|\]$/g, "");
  const socket = connect({
    host,
    port: port === "" ? 443 : Number(port),
    rejectUnauthorized: false,
    ...(isIP(host) === 0 && { servername: host }),
    ...(roots && { ca: [...roots] }),
  });
  socket.setTimeout(PATIENCE, () => socket.destroy(new Error("no answer in time")));
  try {
    await once(socket, "secureConnect");
    const certificate = socket.getPeerX509Certificate();
    if (!certificate) throw new Error("it shows no certificate");
    const sha256 = certificate.fingerprint256.replaceAll(":", "").toLowerCase();
    return { sha256, subject: certificate.subject?.replaceAll("\n", ", ") ?? "", isTrusted: socket.authorized };
  } finally {
    socket.destroy();
  }
};
