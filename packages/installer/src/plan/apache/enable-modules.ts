import { posix } from "node:path";
import type { Distribution, ModuleStep } from "../../apache/index.ts";
import type { ConfigLink } from "../web-server-config.ts";
import type { ApacheSites } from "./apache-reading.ts";

export type Enabled =
  | { readonly kind: "links"; readonly links: readonly ConfigLink[] }
  | { readonly kind: "refused"; readonly because: string };

const AVAILABLE = "mods-available";
const ENABLED = "mods-enabled";
const DEPENDS = /^#\s*Depends:\s*(.+)$/m;
const SUSE = /suse|sle/;

const pathOf = ({ server }: ApacheSites, folder: string, file: string): string =>
  posix.join(server.serverRoot, folder, file);

/** Whether modules are enabled by links, as Debian does: the server reads them from there. */
const hasLinks = (sites: ApacheSites): boolean =>
  sites.server.available.has(pathOf(sites, AVAILABLE, "ssl.load")) &&
  [...sites.server.files.keys()].some((path) => path.startsWith(pathOf(sites, ENABLED, "")));

/** The way in which a module is enabled there; `rhel` when its file is not there and a package has to bring it. */
export const distributionOf = (sites: ApacheSites): Distribution => {
  if (hasLinks(sites)) return "debian";
  if (SUSE.test(sites.facts.system.distribution ?? "")) return "suse";
  return sites.server.moduleFolders.has("ssl") ? "other" : "rhel";
};

/** A module with those that it needs, they first; those that are loaded already are left out. */
const withDependencies = (sites: ApacheSites, name: string): readonly string[] => {
  if (sites.server.source.modules.some((one) => one.name === `${name}_module`)) return [];
  const text = sites.server.available.get(pathOf(sites, AVAILABLE, `${name}.load`)) ?? "";
  const needed = DEPENDS.exec(text)?.[1]?.trim().split(/\s+/) ?? [];
  return [...needed.flatMap((one) => (one === name ? [] : withDependencies(sites, one))), name];
};

const linksFor = (sites: ApacheSites, name: string): readonly ConfigLink[] =>
  [`${name}.conf`, `${name}.load`]
    .filter((file) => sites.server.available.has(pathOf(sites, AVAILABLE, file)))
    .map((file) => ({ path: pathOf(sites, ENABLED, file), to: posix.join("..", AVAILABLE, file) }))
    .filter(({ path }) => !sites.server.files.has(path));

const enableByLinks = (sites: ApacheSites, modules: readonly string[]): Enabled => {
  const all = [...new Set(modules.flatMap((name) => withDependencies(sites, name)))];
  const lacking = all.find((name) => !sites.server.available.has(pathOf(sites, AVAILABLE, `${name}.load`)));
  if (lacking !== undefined) return { kind: "refused", because: `Apache's module ${lacking} is not installed there` };
  return { kind: "links", links: all.flatMap((name) => linksFor(sites, name)) };
};

/** What `a2enmod` would do, as links that can be taken back. SUSE's own writes what its start script reads. */
export const enableModules = (sites: ApacheSites, steps: readonly ModuleStep[]): Enabled => {
  const commands = steps.flatMap((step) => (step.kind === "a2enmod" ? [step.argv] : []));
  if (commands.length > 0 && !hasLinks(sites)) {
    const line = commands.map((argv) => argv.join(" ")).join("; ");
    return { kind: "refused", because: `Apache needs a module first; run "${line}" there and reload it` };
  }
  return enableByLinks(
    sites,
    commands.flatMap((argv) => argv.slice(1)),
  );
};
