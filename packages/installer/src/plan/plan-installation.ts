import { createHash } from "node:crypto";
import type { CertificateFacts } from "@hostseal/pki";
import type { DomainName, Instant } from "@hostseal/rules";
import type { HostPlan, PlannedFile, PlannedHost } from "./host-plan.ts";
import { type Bundle, judgeCertificate } from "./judge-certificate.ts";
import { familyOf } from "./key-family.ts";
import { editedFile, newFiles, type Place, placeFor, watchedFiles } from "./plan-files.ts";
import { planSteps } from "./plan-steps.ts";
import type { PairPlan, WebServerConfig } from "./web-server-config.ts";

export type PlanWish = Bundle & {
  readonly name: DomainName;
  readonly at: Instant;
  readonly roots?: readonly string[];
  readonly redirect?: boolean;
  readonly hsts?: boolean;
};

/** A journal has a line for each path. */
const PLAIN_PATH = /^\/(?:[^\n]*\S)?$/;

const refuse = (because: string): PlannedHost => ({ kind: "refused", because });

const sha256 = (bytes: Uint8Array | string): string => createHash("sha256").update(bytes).digest("hex");

const digestOf = (files: readonly PlannedFile[], ...rest: readonly unknown[]): string => {
  const plain = files.map(({ content, ...file }) => [file, content.kind === "key" ? "key" : sha256(content.bytes)]);
  return sha256(JSON.stringify([plain, rest]));
};

type Decided = {
  readonly leaf: CertificateFacts;
  readonly place: Place;
  readonly pair: PairPlan;
  readonly files: readonly PlannedFile[];
};

const borrows = (config: WebServerConfig, name: DomainName): boolean => {
  const found = config.find(name);
  return found.kind === "found" && !found.speaksTls;
};

const toHostPlan = (config: WebServerConfig, wish: PlanWish, decided: Decided): HostPlan => {
  const { leaf, place, pair, files } = decided;
  const { links, trial, because, hadTls, notes, endpoints, affected, neighbours } = pair;
  const commands = { ...config.facts.server.commands, ...(trial && { trial }) };
  const watched = watchedFiles(config, pair.certificates);
  return {
    name: wish.name,
    because,
    hadTls,
    sha256: leaf.sha256,
    publicKeySha256: leaf.publicKeySha256,
    redirects: wish.redirect === true,
    folders: [{ path: place.folder, mode: "0755" }],
    links,
    files,
    watched,
    commands,
    steps: planSteps({ name: wish.name, files, links, edits: pair.changes, commands }),
    notes,
    endpoints,
    affected,
    neighbours,
    borrowing: neighbours.filter((one) => borrows(config, one)),
    digest: digestOf(files, links, watched, commands),
  };
};

/** What has to be done so that the site of a name serves a certificate; changes nothing, and refuses with a reason. */
export const planInstallation = (config: WebServerConfig, wish: PlanWish): PlannedHost => {
  const { name, redirect = false, hsts = false } = wish;
  const found = config.find(name);
  if (found.kind === "none") return { kind: "site-unknown" };
  if (found.kind === "refused") return found;
  const judged = judgeCertificate(wish);
  if (judged.kind === "unfit") return refuse(`the certificate does not fit: ${judged.because}`);
  const { leaf, bundle } = judged;
  const keyFamily = familyOf(leaf.pem);
  if (!keyFamily) return refuse(`its key is of a kind that ${config.title} does not take for TLS`);
  const place = placeFor(config, name, bundle);
  const paths = { certificatePath: place.certificate, keyPath: place.key };
  const pair = config.planPair({ name, names: leaf.names, keyFamily, ...paths, redirect, hsts });
  if (pair.kind !== "planned") return pair;
  const edited = pair.changes.map((change) => editedFile(config, change));
  const files = [...newFiles(config, pair.key, place, bundle), ...edited];
  const odd = [...files, ...pair.links].find(({ path }) => !PLAIN_PATH.test(path) || !path.isWellFormed());
  if (odd) return refuse(`the path ${JSON.stringify(odd.path)} cannot be written down safely`);
  return { kind: "planned", plan: toHostPlan(config, wish, { leaf, place, pair, files }) };
};
