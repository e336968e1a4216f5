import { toText } from "../../bytes/byte-text.ts";
import { lineEnd } from "../../bytes/position.ts";
import { addressSets } from "../match/address-set.ts";
import { effective } from "../servers/effective-settings.ts";
import { type PanelMark, panelMark } from "../servers/panel-mark.ts";
import type { NginxServer } from "../servers/nginx-server.ts";
import type { ServerName } from "../servers/server-name.ts";
import type { Placed } from "../tree/nginx-tree.ts";
import type { CertificateWish } from "./certificate-wish.ts";
import { checkPlan } from "./check-plan.ts";
import { isCoveredServer, uncoveredNames, usersOf } from "./definition-users.ts";
import { type Part, part, refused, together } from "./part.ts";
import { planHsts } from "./plan-hsts.ts";
import { planListeners, planTlsSettings } from "./plan-listeners.ts";
import type { PlanNote } from "./plan-note.ts";
import { planPair } from "./plan-pair.ts";
import { planRedirect } from "./plan-redirect.ts";
import type { PlanRefusal } from "./plan-refusal.ts";
import { diffOf, type FileChange, fileChanges, type TreeEdit } from "./tree-edit.ts";

export type CertificatePlan =
  | {
      readonly kind: "planned";
      /** Empty when the server uses these very files already. */
      readonly changes: readonly FileChange[];
      readonly diff: string;
      /** As the configuration writes them: the names that will be served with the new certificate. */
      readonly affected: readonly string[];
      readonly notes: readonly PlanNote[];
    }
  | { readonly kind: "refused"; readonly because: PlanRefusal };

const CODE = /^ssl_certificate_by_lua/;
const CERTBOT = /#\s*managed by Certbot/i;

const panelManaged = (path: string, { title }: PanelMark): PlanRefusal => ({
  kind: "panel-managed",
  path,
  panel: title,
});

const codeFor = ({ levels }: NginxServer): Placed | undefined =>
  [...levels.server.values(), ...levels.http.values()].flat().find(({ directive }) => CODE.test(directive.name.text));

const guard = ({ target }: CertificateWish): Part => {
  if (target.panel?.kind === "panel") return refused(panelManaged(target.placed.file.path, target.panel));
  const code = codeFor(target);
  if (code) return refused({ kind: "dynamic-certificate", placed: code, value: code.directive.name.text });
  const rejecting = effective(target.levels, "ssl_reject_handshake").find(({ value }) => value === "on");
  return rejecting ? refused({ kind: "rejects-handshake", placed: rejecting.placed }) : part([]);
};

/** A snippet or the main file may belong to a panel though the server does not. */
const panelAmong = (edits: readonly TreeEdit[]): PlanRefusal | undefined =>
  edits
    .map(({ file }) => ({ file, mark: panelMark(file) }))
    .flatMap(({ file, mark }) => (mark?.kind === "panel" ? [panelManaged(file.path, mark)] : []))[0];

const isByCertbot = ({ file, directive: { span } }: Placed): boolean =>
  CERTBOT.test(toText(file.bytes.subarray(span.end, lineEnd(file.bytes, span.end))));

/** `_`, the empty name and the like are asked for by nobody. */
const isHostName = ({ text }: ServerName): boolean => /[a-z0-9]/i.test(text);

const coverageNotes = ({ target, names }: CertificateWish): readonly PlanNote[] => {
  const uncovered = uncoveredNames(target, names).filter(isHostName);
  return uncovered.length === 0 ? [] : [{ kind: "names-not-covered", names: uncovered.map(({ text }) => text) }];
};

const defaultNotes = ({ servers, target }: CertificateWish): readonly PlanNote[] => {
  const ports = new Set(target.listens.filter(({ isSsl }) => isSsl).map(({ firstPort }) => firstPort));
  return [...ports]
    .flatMap((port) => addressSets(servers, port))
    .filter(({ isSsl, fallback }) => isSsl && fallback.server === target)
    .map(({ address, port }) => ({ kind: "is-default", address, port }));
};

const ownerNotes = ({ target }: CertificateWish): readonly PlanNote[] => {
  const tool = target.panel?.title;
  const certbot = target.pairs.map(({ certificate }) => certificate.placed).find(isByCertbot);
  return [
    ...(tool === undefined ? [] : [{ kind: "tool-managed", placed: target.placed, tool } as const]),
    ...(certbot ? [{ kind: "certbot-managed", placed: certbot } as const] : []),
  ];
};

const speaksTls = ({ listens }: NginxServer): boolean => listens.some(({ isSsl, isQuic }) => isSsl || isQuic);

/** Lines for the same place are written in the order of the parts. */
const partsOf = (wish: CertificateWish): readonly Part[] => [
  guard(wish),
  ...(speaksTls(wish.target) ? [planPair(wish)] : [planListeners(wish), planPair(wish), planTlsSettings(wish)]),
  ...(wish.redirect === true ? [planRedirect(wish)] : []),
  ...(wish.hsts === true ? [planHsts(wish)] : []),
];

/** The target, and servers with the same definition where that was changed for all of them. */
const affectedNames = (
  { servers, target, names }: CertificateWish,
  changes: readonly FileChange[],
): readonly string[] => {
  const changed = new Set(changes.map(({ path }) => path));
  const sharing = target.pairs
    .filter(({ certificate }) => certificate.level === "server" && changed.has(certificate.placed.file.path))
    .flatMap(({ certificate }) => usersOf(servers, certificate.placed))
    .filter((server) => isCoveredServer(server, names));
  return [...new Set([target, ...sharing].flatMap((server) => server.names.map(({ text }) => text)))];
};

/**
 * What has to change in a configuration so that a server serves a certificate from given files, and nothing else: the
 * pair where it is defined, and for a server without TLS its listeners and settings. Reads the result again before it
 * promises anything, and refuses where the way is not clear.
 */
export const planCertificate = (wish: CertificateWish): CertificatePlan => {
  const planned = together(partsOf(wish));
  if (planned.kind === "refused") return planned;
  const panel = panelAmong(planned.edits);
  if (panel) return { kind: "refused", because: panel };
  const changes = fileChanges(planned.edits);
  const sideEffect = checkPlan(wish, changes);
  if (sideEffect !== undefined) return { kind: "refused", because: { kind: "side-effect", because: sideEffect } };
  const notes = [...coverageNotes(wish), ...defaultNotes(wish), ...ownerNotes(wish), ...planned.notes];
  return { kind: "planned", changes, diff: diffOf(changes), affected: affectedNames(wish, changes), notes };
};
