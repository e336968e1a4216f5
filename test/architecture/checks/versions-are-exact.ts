import type { Check } from "../check.ts";
import type { Manifest } from "../workspace/manifests.ts";
import { manifestsIn } from "../workspace/manifests.ts";

const EXACT = /^\d+\.\d+\.\d+(?:-[\w.]+)?$|^workspace:\*$/;

const loose = ({ path, dependencies, devDependencies, optionalDependencies }: Manifest): readonly string[] =>
  Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies })
    .filter(([, version]) => !EXACT.test(version))
    .map(
      ([name, version]) => `${path} asks for ${name} ${version}. Name one version, so that an upgrade is a decision.`,
    );

const managed = ({ path, packageManager }: Manifest): readonly string[] =>
  packageManager === undefined
    ? []
    : [
        `${path} has a packageManager field, with which other versions of pnpm refuse to work. The bootstrap pins pnpm.`,
      ];

export const versionsAreExact: Check = {
  title: "every dependency is one exact version",
  find: (files) => [...manifestsIn(files).flatMap(loose), ...manifestsIn(files).flatMap(managed)],
};
