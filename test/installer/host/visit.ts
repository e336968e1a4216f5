import { createHash } from "node:crypto";
import { once } from "node:events";
import { Agent, request } from "node:https";
import { type IncomingMessage, request as plainRequest } from "node:http";
import { connect } from "node:tls";

export type Visit = { readonly status: number; readonly body: string };

const secureAgent = (): Agent => new Agent({ keepAlive: false, rejectUnauthorized: false });

/** What a header of the front page says over TLS. */
export const headerOf = async (address: string, name: string, header: string): Promise<string | undefined> => {
  const asked = request({ host: address, headers: { host: name }, servername: name, agent: secureAgent() }).end();
  const [response] = (await once(asked, "response")) as [IncomingMessage];
  response.resume();
  return response.headers[header]?.toString();
};

/** A request over a connection of its own, to one address, for one name. */
export const visit = async (address: string, name: string, scheme: "http" | "https" = "https"): Promise<Visit> => {
  const { promise, resolve, reject } = Promise.withResolvers<Visit>();
  const options = { host: address, path: "/", headers: { host: name }, agent: false } as const;
  const asked =
    scheme === "https" ? request({ ...options, servername: name, agent: secureAgent() }) : plainRequest(options);
  asked.on("error", reject).on("response", (response) => {
    let body = "";
    response.setEncoding("utf8").on("data", (text: string) => void (body += text));
    response.on("end", () => resolve({ status: response.statusCode ?? 0, body })).on("error", reject);
  });
  asked.end();
  return promise;
};

/** Hex SHA-256 of the leaf that a client is shown which asks for this name, or for none. */
export const served = async (address: string, servername?: string): Promise<string> => {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const socket = connect({ host: address, port: 443, rejectUnauthorized: false, ...(servername && { servername }) });
  socket.once("error", reject).once("secureConnect", () => {
    resolve(createHash("sha256").update(socket.getPeerCertificate().raw).digest("hex"));
    socket.destroy();
  });
  return promise;
};
