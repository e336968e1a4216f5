import type { Check } from "../check.ts";
import { findInText } from "../source/find-in-code.ts";
import { isTypeScript } from "../source/source-file.ts";
import { edgesIn } from "../workspace/edges.ts";

const SHELLS: ReadonlySet<string> = new Set(["exec", "execSync"]);
const SHELL_OPTION = /\bshell\s*:\s*(?:true\b|["'`])/g;
const SHELL_PROGRAM = /\b(?:spawn|spawnSync|execFile|execFileSync)\s*\(\s*["'`](?:\/bin\/)?(?:ba|da|z|k)?sh["'`]/g;

export const noShell: Check = {
  title: "programs are started with arguments, never through a shell",
  find: (files) => {
    const code = files.filter(isTypeScript);
    const imported = edgesIn(files).filter(
      ({ specifier, names }) => specifier === "node:child_process" && names.some((name) => SHELLS.has(name)),
    );
    const places = [...imported, ...findInText(code, SHELL_OPTION), ...findInText(code, SHELL_PROGRAM)];
    return places.map(({ where }) => `${where} goes through a shell. Start the program with its arguments.`);
  },
};
