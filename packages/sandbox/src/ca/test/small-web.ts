import type { Artefact, CaaLookup, DnsAnswer, HttpObservation, Probe } from "@hostseal/core";
import type { CaaRecord } from "@hostseal/rules";

/** The part of the world a probe sees, as four tables. Keys are `<name> <type>`, URLs, and names. */
export type SmallWeb = {
  readonly records: Map<string, readonly string[]>;
  readonly files: Map<string, string>;
  readonly caa: Map<string, readonly CaaRecord[]>;
  /** Questions that fail, by name. */
  readonly broken: Map<string, "bogus" | "servfail" | "timeout">;
  readonly probe: Pick<Probe, "dns" | "caa" | "http">;
  readonly publish: (artefact: Artefact) => void;
};

const answerOf = ({ records, broken }: Pick<SmallWeb, "records" | "broken">, name: string, type: string): DnsAnswer => {
  const because = broken.get(name);
  if (because) return { kind: "failed", because, server: "127.0.0.1:53" };
  const values = records.get(`${name} ${type}`);
  if (!values) return { kind: "no-such-name", dnssec: "insecure" };
  return {
    kind: "records",
    dnssec: "insecure",
    records: values.map((value) => ({ name, type: type as "TXT", ttl: 60, value })),
  };
};

const caaOf = ({ caa, broken }: Pick<SmallWeb, "caa" | "broken">, name: string): CaaLookup => {
  const because = broken.get(name);
  if (because) return { kind: "failed", at: name, because, server: "127.0.0.1:53" };
  const records = caa.get(name);
  return records ? { kind: "found", at: name, records, dnssec: "insecure" } : { kind: "none", dnssec: "insecure" };
};

const pageOf = ({ files }: Pick<SmallWeb, "files">, url: string): HttpObservation => {
  const body = files.get(url);
  const found = { kind: "answered", hops: [], address: "127.0.0.1" } as const;
  return body === undefined ? { ...found, status: 404, body: "not here" } : { ...found, status: 200, body };
};

export const createSmallWeb = (): SmallWeb => {
  const tables = { records: new Map(), files: new Map(), caa: new Map(), broken: new Map() };
  return {
    ...tables,
    probe: {
      dns: async ({ name, type }) => answerOf(tables, name, type),
      caa: async (name) => caaOf(tables, name.replace(/^\*\./, "")),
      http: async ({ url }) => pageOf(tables, url),
    },
    publish(artefact) {
      if (artefact.kind === "dns-txt") tables.records.set(`${artefact.host} TXT`, [artefact.value]);
      if (artefact.kind === "dns-cname") tables.records.set(`${artefact.host} CNAME`, [artefact.target]);
      if (artefact.kind === "file") tables.files.set(`http://${artefact.name}${artefact.path}`, artefact.body);
    },
  };
};
