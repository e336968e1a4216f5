import { createHash } from "node:crypto";
import { posix } from "node:path";
import type { Endpoint } from "@hostseal/core";
import { readCertificate } from "@hostseal/pki";
import type { DomainName, Instant } from "@hostseal/rules";
import {
  type FileChange,
  type KeyFamily,
  type NginxServer,
  planCertificate,
  planNoteInWords,
  planRefusalInWords,
} from "../nginx/index.ts";
import { findServer } from "./find-server.ts";
import type { HostPlan, PlannedFile, PlannedHost } from "./host-plan.ts";
import { type Bundle, judgeCertificate } from "./judge-certificate.ts";
import { certifiableNames } from "./list-sites.ts";
import { inFull, type NginxConfig } from "./nginx-config.ts";
import { planSteps } from "./plan-steps.ts";

export type PlanWish = Bundle & {
  readonly name: DomainName;
  readonly at: Instant;
  readonly roots?: readonly string[];
  readonly redirect?: boolean;
  readonly hsts?: boolean;
};

const OURS = "hostseal";
const TLS_PORT = 443;
const SHORT = 16;

const refuse = (because: string): PlannedHost => ({ kind: "refused", because });

const sha256 = (bytes: Uint8Array | string): string => createHash("sha256").update(bytes).digest("hex");

const familyOf = (pem: string): KeyFamily | undefined => {
  const read = readCertificate(pem);
  if (read.kind === "malformed") return undefined;
  if (read.certificate.key.algorithm === "rsa") return "rsa";
  return read.certificate.key.algorithm === "ec" ? "ecdsa" : undefined;
};

/** Of the certificates in place, by their path as the configuration writes it. */
const familiesInPlace = (config: NginxConfig): ReadonlyMap<string, KeyFamily> =>
  new Map(
    config.servers.flatMap(({ pairs }) =>
      pairs.flatMap(({ certificate: { value } }): readonly (readonly [string, KeyFamily])[] => {
        const family = familyOf(config.facts.certificates.get(inFull(config, value)) ?? "");
        return family ? [[value, family]] : [];
      }),
    ),
  );

/** Owner and mode of the key that is replaced, since a panel or another user may have to read it; else root alone. */
const keyAttributes = (
  config: NginxConfig,
  { pairs }: NginxServer,
): { readonly mode: string; readonly owner: string } => {
  const path = pairs[0]?.key?.value;
  const { mode = "0600", owner = "0:0" } = (path && config.facts.fileFacts.get(inFull(config, path))) || {};
  return { mode: /[1-7]$/.test(mode) ? "0600" : mode, owner };
};

const editedFile = ({ facts }: NginxConfig, { path, before, after }: FileChange): PlannedFile => {
  const real = facts.server.realPaths.get(path) ?? path;
  const { mode = "0644", owner = "0:0" } = facts.fileFacts.get(path) ?? {};
  return { path: real, mode, owner, before: sha256(before), content: { kind: "bytes", bytes: after } };
};

type Place = { readonly folder: string; readonly certificate: string; readonly key: string };

/** Beside the configuration and never in place of another: a pair is not half replaced at any moment. */
const placeFor = ({ facts }: NginxConfig, name: string, bundle: string): Place => {
  const folder = posix.join(posix.dirname(facts.server.root), OURS);
  const stem = posix.join(folder, `${name.replace("*.", "_.")}-${sha256(bundle).slice(0, SHORT)}`);
  return { folder, certificate: `${stem}.crt`, key: `${stem}.key` };
};

const endpointsOf = ({ listens }: NginxServer): readonly Endpoint[] =>
  listens
    .filter(({ isSsl, address, firstPort }) => isSsl && firstPort === TLS_PORT && /^[\d.]+$/.test(address))
    .map(({ address, firstPort }) => ({ address, port: firstPort }));

const plainEndpoints = ({ listens }: NginxServer): readonly Endpoint[] =>
  listens.filter(({ address }) => /^[\d.]+$/.test(address)).map(({ address }) => ({ address, port: TLS_PORT }));

const digestOf = (files: readonly PlannedFile[], ...rest: readonly unknown[]): string => {
  const plain = files.map(({ content, ...file }) => [file, content.kind === "key" ? "key" : sha256(content.bytes)]);
  return sha256(JSON.stringify([plain, rest]));
};

/** The whole configuration, and the certificates that the server has now. */
const watchedFiles = (config: NginxConfig, { pairs }: NginxServer): HostPlan["watched"] => {
  const certificates = pairs.map(({ certificate }) => inFull(config, certificate.value));
  return [...config.facts.server.files.keys(), ...certificates].flatMap((path) => {
    const known = config.facts.fileFacts.get(path)?.sha256;
    return known === undefined ? [] : [{ path, sha256: known }];
  });
};

const newFiles = (config: NginxConfig, server: NginxServer, place: Place, bundle: string): readonly PlannedFile[] => {
  const before = (path: string) => config.facts.fileFacts.get(path)?.sha256 ?? "absent";
  const [key, certificate] = [place.key, place.certificate];
  const bytes = Buffer.from(bundle);
  return [
    { path: key, ...keyAttributes(config, server), before: before(key), content: { kind: "key" } },
    { path: certificate, mode: "0644", owner: "0:0", before: before(certificate), content: { kind: "bytes", bytes } },
  ];
};

/** What has to be done so that the server of a name serves a certificate; changes nothing, and refuses with a reason. */
export const planNginx = (config: NginxConfig, wish: PlanWish): PlannedHost => {
  const { facts, tree, servers } = config;
  const found = findServer(config, wish.name);
  if (found.kind === "none") return { kind: "site-unknown" };
  if (found.kind === "refused") return found;
  const judged = judgeCertificate(wish);
  if (judged.kind === "unfit") return refuse(`the certificate does not fit: ${judged.because}`);
  const family = familyOf(judged.leaf.pem);
  if (!family) return refuse("its key is of a kind that nginx does not take for TLS");
  const place = placeFor(config, wish.name, judged.bundle);
  const planned = planCertificate({
    tree,
    servers,
    target: found.server,
    build: facts.server.build,
    certificatePath: place.certificate,
    keyPath: place.key,
    keyFamily: family,
    names: judged.leaf.names,
    keyFamilies: familiesInPlace(config),
    ...(wish.redirect === true && { redirect: true }),
    ...(wish.hsts === true && { hsts: true }),
  });
  if (planned.kind === "refused") return refuse(planRefusalInWords(planned.because));
  const files = [
    ...newFiles(config, found.server, place, judged.bundle),
    ...planned.changes.map((change) => editedFile(config, change)),
  ];
  const { commands } = facts.server;
  const watched = watchedFiles(config, found.server);
  const endpoints = found.speaksTls ? endpointsOf(found.server) : plainEndpoints(found.server);
  return {
    kind: "planned",
    plan: {
      name: wish.name,
      because: found.why,
      hadTls: found.speaksTls,
      sha256: judged.leaf.sha256,
      redirects: wish.redirect === true,
      folders: [{ path: place.folder, mode: "0755" }],
      files,
      watched,
      commands,
      steps: planSteps({ name: wish.name, files, edits: planned.changes, commands }),
      notes: planned.notes.map(planNoteInWords),
      endpoints,
      affected: planned.affected,
      neighbours: servers.filter(({ identity }) => identity !== found.server.identity).flatMap(certifiableNames),
      digest: digestOf(files, watched, commands),
    },
  };
};
