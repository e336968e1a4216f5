import { createHash } from "node:crypto";
import type { Endpoint } from "@hostseal/core";
import type { CertificateFacts } from "@hostseal/pki";
import type { DomainName, Instant } from "@hostseal/rules";
import {
  type CertificatePlan,
  type NginxServer,
  planCertificate,
  planNoteInWords,
  planRefusalInWords,
} from "../nginx/index.ts";
import { familiesInPlace, familyOf } from "./key-family.ts";
import { editedFile, newFiles, type Place, placeFor, watchedFiles } from "./plan-files.ts";
import { findServer, type FoundServer } from "./find-server.ts";
import type { HostPlan, PlannedFile, PlannedHost } from "./host-plan.ts";
import { type Bundle, judgeCertificate } from "./judge-certificate.ts";
import { certifiableNames } from "./list-sites.ts";
import type { NginxConfig } from "./nginx-config.ts";
import { planSteps } from "./plan-steps.ts";

export type PlanWish = Bundle & {
  readonly name: DomainName;
  readonly at: Instant;
  readonly roots?: readonly string[];
  readonly redirect?: boolean;
  readonly hsts?: boolean;
};

const TLS_PORT = 443;

/** A journal has a line for each path. */
const PLAIN_PATH = /^\/(?:[^\n]*\S)?$/;

const refuse = (because: string): PlannedHost => ({ kind: "refused", because });

const sha256 = (bytes: Uint8Array | string): string => createHash("sha256").update(bytes).digest("hex");

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

type Decided = {
  readonly found: Extract<FoundServer, { kind: "found" }>;
  readonly leaf: CertificateFacts;
  readonly place: Place;
  readonly planned: Extract<CertificatePlan, { kind: "planned" }>;
  readonly files: readonly PlannedFile[];
};

const toHostPlan = (config: NginxConfig, wish: PlanWish, decided: Decided): HostPlan => {
  const { found, leaf, place, planned, files } = decided;
  const { commands } = config.facts.server;
  const watched = watchedFiles(config, found.server);
  const others = config.servers.filter(({ identity }) => identity !== found.server.identity);
  return {
    name: wish.name,
    because: found.why,
    hadTls: found.speaksTls,
    sha256: leaf.sha256,
    publicKeySha256: leaf.publicKeySha256,
    redirects: wish.redirect === true,
    folders: [{ path: place.folder, mode: "0755" }],
    files,
    watched,
    commands,
    steps: planSteps({ name: wish.name, files, edits: planned.changes, commands }),
    notes: planned.notes.map(planNoteInWords),
    endpoints: found.speaksTls ? endpointsOf(found.server) : plainEndpoints(found.server),
    affected: planned.affected,
    neighbours: others.flatMap(certifiableNames),
    digest: digestOf(files, watched, commands),
  };
};

/** What has to be done so that the server of a name serves a certificate; changes nothing, and refuses with a reason. */
export const planNginx = (config: NginxConfig, wish: PlanWish): PlannedHost => {
  const { facts, tree, servers } = config;
  const found = findServer(config, wish.name);
  if (found.kind === "none") return { kind: "site-unknown" };
  if (found.kind === "refused") return found;
  const judged = judgeCertificate(wish);
  if (judged.kind === "unfit") return refuse(`the certificate does not fit: ${judged.because}`);
  const { leaf, bundle } = judged;
  const keyFamily = familyOf(leaf.pem);
  if (!keyFamily) return refuse("its key is of a kind that nginx does not take for TLS");
  const place = placeFor(config, wish.name, bundle);
  const planned = planCertificate({
    tree,
    servers,
    target: found.server,
    build: facts.server.build,
    names: leaf.names,
    certificatePath: place.certificate,
    keyPath: place.key,
    keyFamily,
    keyFamilies: familiesInPlace(config),
    ...(wish.redirect === true && { redirect: true }),
    ...(wish.hsts === true && { hsts: true }),
  });
  if (planned.kind === "refused") return refuse(planRefusalInWords(planned.because));
  const edited = planned.changes.map((change) => editedFile(config, change));
  const files = [...newFiles(config, found.server, place, bundle), ...edited];
  const odd = files.find(({ path }) => !PLAIN_PATH.test(path) || !path.isWellFormed());
  if (odd) return refuse(`the path ${JSON.stringify(odd.path)} cannot be written down safely`);
  return { kind: "planned", plan: toHostPlan(config, wish, { found, leaf, place, planned, files }) };
};
