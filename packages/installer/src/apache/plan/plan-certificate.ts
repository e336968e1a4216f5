import type { LoadedModule } from "../dump/loaded-modules.ts";
import { addressSets } from "../match/address-set.ts";
import type { ApacheReading } from "../read-apache.ts";
import { walkConfig } from "../tree/walk-config.ts";
import { virtualHosts } from "../vhosts/virtual-hosts.ts";
import type { CertificateWish } from "./certificate-wish.ts";
import { changePair, type Part } from "./change-pair.ts";
import { findTargets, type Target } from "./find-targets.ts";
import { loadModules } from "./load-modules.ts";
import { type ModuleStep, moduleSteps } from "./module-step.ts";
import { newTlsHost } from "./new-tls-host.ts";
import type { PlanNote } from "./plan-note.ts";
import { type PlanRefusal, planRefusalInWords } from "./plan-refusal.ts";
import { addHsts, addRedirect, hstsLines } from "./redirect-and-hsts.ts";
import { type FileChange, toChanges } from "./tree-edit.ts";
import { sideEffect } from "./verify-plan.ts";

export type Planned =
  | {
      readonly kind: "planned";
      /** To be done first, in this order. */
      readonly steps: readonly ModuleStep[];
      readonly changes: readonly FileChange[];
      readonly notes: readonly PlanNote[];
    }
  /** A package has to be installed, and brings a configuration of its own: then everything is read and planned anew. */
  | { readonly kind: "modules-needed"; readonly steps: readonly ModuleStep[]; readonly sentence: string }
  | { readonly kind: "refused"; readonly refusal: PlanRefusal; readonly sentence: string };

const refused = (refusal: PlanRefusal): Planned => ({
  kind: "refused",
  refusal,
  sentence: planRefusalInWords(refusal),
});

const modulesNeeded = (steps: readonly ModuleStep[], sentence: string): Planned => ({
  kind: "modules-needed",
  steps,
  sentence,
});

/** The configuration as it will read once the modules are there. */
const withModules = (reading: ApacheReading, missing: readonly string[]): ApacheReading => {
  if (missing.length === 0) return reading;
  const added = missing.map((name): LoadedModule => ({ name: `${name}_module`, isStatic: true }));
  const source = { ...reading.source, modules: [...reading.source.modules, ...added] };
  const walked = walkConfig(source);
  if (walked.kind === "unfollowed") return reading;
  const view = virtualHosts(walked);
  return { source, view, sets: addressSets(view.hosts) };
};

const partFor = (wish: CertificateWish, target: Target): Part => {
  if (target.kind === "add") return newTlsHost(wish, target, hstsLines(wish));
  const part = changePair(wish, target.host);
  if (part.kind === "refused") return part;
  const hsts = addHsts(wish, target.host);
  return { kind: "edits", edits: [...part.edits, ...hsts.edits], notes: [...part.notes, ...hsts.notes] };
};

const modManaged = ({ reading, name }: CertificateWish): PlanRefusal | undefined => {
  const active = reading.view.serverActives.find(
    ({ directive, args }) =>
      directive.name === "mdomain" && args.some(({ text }) => text.toLowerCase() === name.toLowerCase()),
  );
  return active && { kind: "managed-by-mod-md", active };
};

const planEdits = (wish: CertificateWish, steps: readonly ModuleStep[]): Planned => {
  const managed = modManaged(wish);
  if (managed) return refused(managed);
  const found = findTargets(wish);
  if (found.kind === "refused") return refused(found.refusal);
  const parts = [...found.targets.map((target) => partFor(wish, target)), ...addRedirect(wish)];
  const refusedPart = parts.find((part) => part.kind === "refused");
  if (refusedPart) return refused(refusedPart.refusal);
  const made = parts.filter((part) => part.kind === "edits");
  const loading = loadModules(wish.reading.view, steps);
  if (!loading) return modulesNeeded(steps, "it loads no module in any file, so that there is no place to load more");
  const changes = toChanges([...loading, ...made.flatMap(({ edits }) => edits)]);
  const because = sideEffect(wish, { targets: found.targets.map(({ host }) => host), changes });
  if (because !== undefined) return refused({ kind: "side-effect", because });
  const notes = [...found.notes, ...made.flatMap((part) => part.notes)];
  return { kind: "planned", steps, changes, notes };
};

/**
 * What has to be changed so that the name is served with the certificate on all the addresses, and nothing else is.
 * Changes nothing; the result says which bytes of which files become which others.
 */
export const planCertificate = (wish: CertificateWish): Planned => {
  const { missing, steps } = moduleSteps(wish.reading.source.modules, {
    hsts: wish.hsts === true,
    distribution: wish.distribution,
    ...(wish.moduleFolders && { folders: wish.moduleFolders }),
  });
  if (steps.some(({ kind }) => kind === "package"))
    return modulesNeeded(
      steps,
      `Apache needs ${missing.join(" and ")} first: install the package that brings it, such as mod_ssl or apache2-ssl`,
    );
  return planEdits({ ...wish, reading: withModules(wish.reading, missing) }, steps);
};
