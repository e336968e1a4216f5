import { createHash } from "node:crypto";
import { posix } from "node:path";
import type { HostPlan, PlannedFile } from "./host-plan.ts";
import type { ConfigChange, WebServerConfig } from "./web-server-config.ts";

const OURS = "hostseal";
const SHORT = 16;

const sha256 = (bytes: Uint8Array | string): string => createHash("sha256").update(bytes).digest("hex");

/** Owner and mode of the key that is replaced, since a panel or another user may have to read it; else root alone. */
const keyAttributes = (
  { facts }: WebServerConfig,
  path: string | undefined,
): { readonly mode: string; readonly owner: string } => {
  const { mode = "0600", owner = "0:0" } = (path && facts.fileFacts.get(path)) || {};
  return { mode: /[1-7]$/.test(mode) ? "0600" : mode, owner };
};

/** A file of the configuration as it shall be; of a link, what it leads to. */
export const editedFile = ({ facts }: WebServerConfig, { path, before, after }: ConfigChange): PlannedFile => {
  const real = facts.server.realPaths.get(path) ?? path;
  const { mode = "0644", owner = "0:0" } = facts.fileFacts.get(path) ?? facts.fileFacts.get(real) ?? {};
  return { path: real, mode, owner, before: sha256(before), content: { kind: "bytes", bytes: after } };
};

/** Our own folder, beside the configuration, where the server may read and nobody else writes. */
export const ownFolder = ({ facts }: WebServerConfig): string => posix.join(posix.dirname(facts.server.root), OURS);

export type Place = { readonly folder: string; readonly certificate: string; readonly key: string };

/** Beside the configuration and never in place of another: a pair is not half replaced at any moment. */
export const placeFor = (config: WebServerConfig, name: string, bundle: string): Place => {
  const folder = ownFolder(config);
  const stem = posix.join(folder, `${name.replace("*.", "_.")}-${sha256(bundle).slice(0, SHORT)}`);
  return { folder, certificate: `${stem}.crt`, key: `${stem}.key` };
};

/** The key and the certificate, the key first; `replaced` is the key that the site has now. */
export const newFiles = (
  config: WebServerConfig,
  replaced: string | undefined,
  place: Place,
  bundle: string,
): readonly PlannedFile[] => {
  const before = (path: string) => config.facts.fileFacts.get(path)?.sha256 ?? "absent";
  const [key, certificate] = [place.key, place.certificate];
  const bytes = Buffer.from(bundle);
  return [
    { path: key, ...keyAttributes(config, replaced), before: before(key), content: { kind: "key" } },
    { path: certificate, mode: "0644", owner: "0:0", before: before(certificate), content: { kind: "bytes", bytes } },
  ];
};

/** The whole configuration, and the certificates that the site has now. */
export const watchedFiles = ({ facts }: WebServerConfig, certificates: readonly string[]): HostPlan["watched"] =>
  [...facts.server.files.keys(), ...certificates].flatMap((path) => {
    const known = facts.fileFacts.get(path)?.sha256;
    return known === undefined ? [] : [{ path, sha256: known }];
  });
