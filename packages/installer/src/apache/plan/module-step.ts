import type { LoadedModule } from "../dump/loaded-modules.ts";
import { quotedArg } from "../syntax/split-args.ts";
import type { Distribution } from "./certificate-wish.ts";

/** How a module comes to be loaded, the way of the distribution. */
export type ModuleStep =
  | { readonly kind: "a2enmod"; readonly argv: readonly string[] }
  /** Installing packages is asked for, never done unasked. */
  | { readonly kind: "package"; readonly name: string }
  /** Lines for the configuration, behind those that load the other modules, where no tool does it. */
  | { readonly kind: "load-module"; readonly lines: readonly string[] };

export type ModuleWish = {
  readonly hsts: boolean;
  readonly distribution: Distribution;
  /** The folder in which a module's file lies, with a slash behind, by its name without `mod_`. */
  readonly folders?: ReadonlyMap<string, string>;
};

const TLS_MODULES = ["ssl", "socache_shmcb"];

const missingOf = (wanted: readonly string[], loaded: readonly LoadedModule[]): readonly string[] =>
  wanted.filter((name) => !loaded.some((one) => one.name === `${name}_module`));

const loadLine = (name: string, folders: ModuleWish["folders"]): string =>
  `LoadModule ${name}_module ${quotedArg(`${folders?.get(name) ?? "modules/"}mod_${name}.so`)}`;

const stepFor = (missing: readonly string[], { distribution, folders }: ModuleWish): ModuleStep => {
  switch (distribution) {
    case "debian":
    case "suse":
      return { kind: "a2enmod", argv: ["a2enmod", ...missing] };
    case "rhel":
      return { kind: "package", name: missing.includes("ssl") ? "mod_ssl" : "httpd" };
    case "other":
      return {
        kind: "load-module",
        lines: missing.map((name) => loadLine(name, folders)),
      };
  }
};

/** What has to be loaded before TLS (and HSTS, where wanted) can be configured. */
export const moduleSteps = (loaded: readonly LoadedModule[], wish: ModuleWish) => {
  const hasTls = missingOf(["ssl"], loaded).length === 0;
  const missing = missingOf([...(hasTls ? [] : TLS_MODULES), ...(wish.hsts ? ["headers"] : [])], loaded);
  return { missing, steps: missing.length === 0 ? [] : [stepFor(missing, wish)] };
};
