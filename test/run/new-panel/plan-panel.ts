import { readFile } from "node:fs/promises";

/** A file that is to be written, by its path in the repository. */
export type NewFile = { readonly path: string; readonly text: string };

const NAME = /^[a-z][a-z0-9]{1,30}$/;

/** Which template becomes which file. */
const FILES: Readonly<Record<string, (name: string) => string>> = {
  "package.json": (name) => `plugins/${name}/package.json`,
  "index.ts": (name) => `plugins/${name}/src/index.ts`,
  "settings.ts": (name) => `plugins/${name}/src/settings.ts`,
  "manifest.ts": (name) => `plugins/${name}/src/manifest.ts`,
  "wire.ts": (name) => `plugins/${name}/src/wire.ts`,
  "translate.ts": (name) => `plugins/${name}/src/translate.ts`,
  "host.ts": (name) => `plugins/${name}/src/${name}-host.ts`,
  "double.ts": (name) => `test/doubles/panels/${name}/index.ts`,
  "contract.test.ts": (name) => `test/contracts/${name}.test.ts`,
};

const titleOf = (name: string): string => `${name.charAt(0).toUpperCase()}${name.slice(1)}`;

const filled = (template: string, name: string): string =>
  template.replaceAll("{{name}}", name).replaceAll("{{Name}}", titleOf(name));

/** The files of a new panel. Throws `TypeError` for a name that is none. */
export const planPanel = async (name: string): Promise<readonly NewFile[]> => {
  if (!NAME.test(name)) throw new TypeError(`"${name}" is no name for a panel: use lower-case letters and digits`);
  return Promise.all(
    Object.entries(FILES).map(async ([template, pathOf]) => {
      const text = await readFile(new URL(`templates/${template}.txt`, import.meta.url), "utf8");
      return { path: pathOf(name), text: filled(text, name) };
    }),
  );
};
