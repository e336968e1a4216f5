import type { LoadedModule } from "../dump/loaded-modules.ts";
import type { Distribution } from "./certificate-wish.ts";

/** How a module comes to be loaded, the way of the distribution. */
export type ModuleStep =
  | { readonly kind: "a2enmod"; readonly argv: readonly string[] }
  /** Installing packages is asked for, never done unasked. */
  | { readonly kind: "package"; readonly name: string }
  /** Lines for the configuration, where no tool does it. */
  | { readonly kind: "load-module"; readonly lines: readonly string[] };

const TLS_MODULES = ["ssl", "socache_shmcb"];

const missingOf = (wanted: readonly string[], loaded: readonly LoadedModule[]): readonly string[] =>
  wanted.filter((name) => !loaded.some((one) => one.name === `${name}_module`));

const stepFor = (missing: readonly string[], distribution: Distribution): ModuleStep => {
  switch (distribution) {
    case "debian":
    case "suse":
      return { kind: "a2enmod", argv: ["a2enmod", ...missing] };
    case "rhel":
      return { kind: "package", name: missing.includes("ssl") ? "mod_ssl" : "httpd" };
    case "other":
      return {
        kind: "load-module",
        lines: missing.map((name) => `LoadModule ${name}_module modules/mod_${name}.so`),
      };
  }
};

export type ModuleWish = { readonly hsts: boolean; readonly distribution: Distribution };

/** What has to be loaded before TLS (and HSTS, where wanted) can be configured. */
export const moduleSteps = (loaded: readonly LoadedModule[], { hsts, distribution }: ModuleWish) => {
  const missing = missingOf([...TLS_MODULES, ...(hsts ? ["headers"] : [])], loaded);
  return { missing, steps: missing.length === 0 ? [] : [stepFor(missing, distribution)] };
};
