import { createHash } from "node:crypto";
import { posix } from "node:path";
import type { FileChange, NginxServer } from "../nginx/index.ts";
import type { HostPlan, PlannedFile } from "./host-plan.ts";
import { inFull, type NginxConfig } from "./nginx-config.ts";

const OURS = "hostseal";
const SHORT = 16;

const sha256 = (bytes: Uint8Array | string): string => createHash("sha256").update(bytes).digest("hex");

/** Owner and mode of the key that is replaced, since a panel or another user may have to read it; else root alone. */
const keyAttributes = (
  config: NginxConfig,
  { pairs }: NginxServer,
): { readonly mode: string; readonly owner: string } => {
  const path = pairs[0]?.key?.value;
  const { mode = "0600", owner = "0:0" } = (path && config.facts.fileFacts.get(inFull(config, path))) || {};
  return { mode: /[1-7]$/.test(mode) ? "0600" : mode, owner };
};

/** A file of the configuration as it shall be; of a link, what it leads to. */
export const editedFile = ({ facts }: NginxConfig, { path, before, after }: FileChange): PlannedFile => {
  const real = facts.server.realPaths.get(path) ?? path;
  const { mode = "0644", owner = "0:0" } = facts.fileFacts.get(path) ?? {};
  return { path: real, mode, owner, before: sha256(before), content: { kind: "bytes", bytes: after } };
};

export type Place = { readonly folder: string; readonly certificate: string; readonly key: string };

/** Beside the configuration and never in place of another: a pair is not half replaced at any moment. */
export const placeFor = ({ facts }: NginxConfig, name: string, bundle: string): Place => {
  const folder = posix.join(posix.dirname(facts.server.root), OURS);
  const stem = posix.join(folder, `${name.replace("*.", "_.")}-${sha256(bundle).slice(0, SHORT)}`);
  return { folder, certificate: `${stem}.crt`, key: `${stem}.key` };
};

/** The key and the certificate, the key first. */
export const newFiles = (
  config: NginxConfig,
  server: NginxServer,
  place: Place,
  bundle: string,
): readonly PlannedFile[] => {
  const before = (path: string) => config.facts.fileFacts.get(path)?.sha256 ?? "absent";
  const [key, certificate] = [place.key, place.certificate];
  const bytes = Buffer.from(bundle);
  return [
    { path: key, ...keyAttributes(config, server), before: before(key), content: { kind: "key" } },
    { path: certificate, mode: "0644", owner: "0:0", before: before(certificate), content: { kind: "bytes", bytes } },
  ];
};

/** The whole configuration, and the certificates that the server has now. */
export const watchedFiles = (config: NginxConfig, { pairs }: NginxServer): HostPlan["watched"] => {
  const certificates = pairs.map(({ certificate }) => inFull(config, certificate.value));
  return [...config.facts.server.files.keys(), ...certificates].flatMap((path) => {
    const known = config.facts.fileFacts.get(path)?.sha256;
    return known === undefined ? [] : [{ path, sha256: known }];
  });
};
