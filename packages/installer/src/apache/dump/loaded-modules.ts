/** A module by the name LoadModule knows it under, such as `ssl_module`. */
export type LoadedModule = { readonly name: string; readonly isStatic: boolean };

const MODULE = /^\s+(\w+) \((static|shared)\)\s*$/gm;

/** Reads what `apachectl -M` prints. */
export const parseModules = (text: string): readonly LoadedModule[] =>
  [...text.matchAll(MODULE)].map(([, name = "", how]) => ({ name, isStatic: how === "static" }));

/** The source files that are not `mod_X.c` for `X_module`. */
const SOURCES: Readonly<Record<string, string>> = {
  core_module: "core.c",
  http_module: "http_core.c",
  mpm_event_module: "event.c",
  mpm_worker_module: "worker.c",
  mpm_prefork_module: "prefork.c",
};

/** The name of a module's source, by which `<IfModule>` may ask for it too. */
export const moduleSource = (name: string): string => SOURCES[name] ?? `mod_${name.replace(/_module$/, "")}.c`;
