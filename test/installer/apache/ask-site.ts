import { once } from "node:events";
import { request } from "node:http";
import { connect } from "node:tls";
import { text } from "node:stream/consumers";

export type SiteQuestion = {
  readonly address: string;
  readonly port: number;
  readonly name: string | undefined;
  readonly path?: string;
};

export type SiteAnswer = { readonly status: number; readonly body: string; readonly location: string | undefined };

/** What a site says over plain HTTP. */
export const askSite = async ({ address, port, name, path = "/" }: SiteQuestion): Promise<SiteAnswer> => {
  const host = name ?? address;
  const asked = request({ host: address, port, path, agent: false, headers: { host } }).end();
  const [response] = await once(asked, "response");
  const body = await text(response);
  return { status: response.statusCode, body, location: response.headers.location };
};

/** The common name of the certificate that is served; `trusted` are those it may be, valid for the name or the address. */
export const servedCertificate = async (
  { address, port, name }: SiteQuestion,
  trusted: readonly string[],
): Promise<string> => {
  const socket = connect({
    host: address,
    port,
    ca: [...trusted],
    ...(name !== undefined && { servername: name }),
  });
  await once(socket, "secureConnect");
  const { CN } = socket.getPeerCertificate().subject;
  socket.destroy();
  return String(CN);
};
