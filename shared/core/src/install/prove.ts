import { isWildcard } from "@hostseal/rules";
import type { DomainName } from "@hostseal/rules";
import type { Endpoint } from "../ports/host.ts";
import type { Probe, TlsEndpoint, TlsObservation } from "../ports/probe.ts";

/** Whether a certificate is served; if so where, if not the first place and why. */
export type Proof =
  | { readonly kind: "proven"; readonly endpoints: readonly Endpoint[] }
  | { readonly kind: "not-proven"; readonly name: DomainName; readonly because: string; readonly sha256?: string };

const objection = (endpoint: TlsEndpoint, sha256: string): string | undefined => {
  const where = `${endpoint.address}:${endpoint.port}`;
  if (endpoint.kind === "failed") return `${where} does not complete a TLS handshake (${endpoint.because})`;
  if (endpoint.sha256 !== sha256) return `${where} serves another certificate (serial ${endpoint.serial})`;
  if (endpoint.chain.kind === "complete") return undefined;
  return endpoint.chain.kind === "incomplete"
    ? `${where} does not send the intermediate ${endpoint.chain.missingIssuer}`
    : `${where} sends a chain that does not verify (${endpoint.chain.because})`;
};

/** Judges one look: every address must serve exactly this certificate with a complete chain. */
export const judge = ({ name, endpoints }: TlsObservation, sha256: string): Proof => {
  if (endpoints.length === 0) return { kind: "not-proven", name, because: "the name has no address" };
  for (const endpoint of endpoints) {
    const because = objection(endpoint, sha256);
    if (because === undefined) continue;
    return { kind: "not-proven", name, because, ...(endpoint.kind === "served" && { sha256: endpoint.sha256 }) };
  }
  return { kind: "proven", endpoints: endpoints.map(({ address, port }) => ({ address, port })) };
};

/** The names whose service proves a certificate: the plain ones, or, when there is none, a name below each wildcard. */
export const namesToLookAt = (names: readonly DomainName[]): readonly DomainName[] => {
  const plain = names.filter((name) => !isWildcard(name));
  return plain.length > 0 ? plain : names;
};

/** Looks at every name from outside. The first that does not serve the certificate decides. */
export const prove = async (
  wanted: { readonly names: readonly DomainName[]; readonly sha256: string; readonly endpoints?: readonly Endpoint[] },
  probe: Probe,
): Promise<Proof> => {
  const { names, sha256, endpoints } = wanted;
  const given = endpoints !== undefined && endpoints.length > 0 ? { endpoints } : {};
  const proofs = await Promise.all(names.map(async (name) => judge(await probe.tls({ name, ...given }), sha256)));
  const refuted = proofs.find((proof) => proof.kind === "not-proven");
  if (refuted !== undefined) return refuted;
  return { kind: "proven", endpoints: proofs.flatMap((proof) => (proof.kind === "proven" ? proof.endpoints : [])) };
};
