import type { TlsObservation, TlsRequest } from "@hostseal/core";
import { type DomainName, isWildcard, withoutWildcard } from "@hostseal/rules";
import type { AddressBook } from "../net/address-book.ts";
import type { Endpoint } from "../net/endpoint.ts";
import type { Gate } from "../net/gate.ts";
import { type Look, lookAtEndpoint } from "./look-at-endpoint.ts";

export type NameLook = Look & {
  readonly addressesOf: AddressBook;
  readonly toRealPort: (port: number) => number;
  readonly gate: Gate;
};

const HTTPS_PORT = 443;

/** A wildcard answers for every name one label below it; one that nobody uses is asked. */
const toAskedName = (name: DomainName): string => (isWildcard(name) ? `hostseal-probe.${withoutWildcard(name)}` : name);

const locate = async (asked: string, port: number, look: NameLook): Promise<readonly Endpoint[]> => {
  const found = await look.addressesOf(asked);
  if (found.kind === "none") return [];
  return found.addresses.map((address) => ({ address, port: look.toRealPort(port) }));
};

/** What each address of a name serves now. Ports of given endpoints are taken as they are. */
export const lookAtName = async (request: TlsRequest, look: NameLook): Promise<TlsObservation> => {
  const asked = toAskedName(request.name);
  const located = request.endpoints ?? (await locate(asked, request.port ?? HTTPS_PORT, look));
  const lookedAt = look.clock.now();
  const endpoints = await Promise.all(
    located.map((endpoint) => look.gate(() => lookAtEndpoint(asked, endpoint, look))),
  );
  return { name: request.name, lookedAt, endpoints };
};
