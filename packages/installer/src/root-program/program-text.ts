import { createHash } from "node:crypto";
import { programParts, WEB_SERVERS } from "../script/index.ts";
import { quoteWord } from "../shell/index.ts";

const VERSION_DIGITS = 12;

const CALL = "hs_serve; exit $?";

export type ProgramWish = {
  /** The functions that speak to web servers; those for nginx and Apache when not given. */
  readonly servers?: string;
};

/** Hex digits that tell one program from another: whatever does the same has the same. */
export const programVersion = ({ servers = WEB_SERVERS }: ProgramWish = {}): string =>
  createHash("sha256").update(programParts(servers)).digest("hex").slice(0, VERSION_DIGITS);

const body = (settings: readonly string[], wish: ProgramWish): string =>
  [
    "{",
    ...settings,
    `hs_version=${programVersion(wish)}`,
    `${programParts(wish.servers ?? WEB_SERVERS)}${CALL}`,
    "}\n",
  ].join("\n");

/**
 * The program as a shell of root's reads it from its input. It holds nothing of what is asked for, and says hello when
 * it waits for that. A login that is root anyway may change any configuration, and says where journals are kept.
 */
export const programText = (marker: string, wish: ProgramWish = {}): string =>
  body([`hs_marker=${quoteWord(marker)}; hs_state=; hs_folders=/`], wish);

export type InstallProgramWish = ProgramWish & {
  /** The folder for journals and keys, and nothing else. */
  readonly state: string;
  /** Further folders, besides that of the server's configuration, below which configuration may be changed. */
  readonly folders?: readonly string[];
};

/** The first line that it hears carries the marker; what else stands there is for a shell, if one were there. */
const OPENING = `IFS= read -r hs_marker || exit 0
hs_marker=\${hs_marker%%;*}; hs_marker=\${hs_marker#: hs-}
case $hs_marker in *[!0-9a-f]*) exit 1 ;; ????????????????????????) hs_marker=hs-$hs_marker ;; *) exit 1 ;; esac`;

/** A path that `:` separates from others. */
const checked = (path: string): string => {
  if (/^\/[^:\n]+$/.test(path)) return path;
  throw new TypeError("A folder is an absolute path without a colon.");
};

/**
 * The program as a file that an operator installs, owned by root. Whoever may call it can change the configuration of
 * the web server that runs there, within the folders named, and nothing else.
 *
 * @throws TypeError for a folder that is not an absolute path, or that has a colon.
 */
export const installedProgram = ({ state, folders = [], ...wish }: InstallProgramWish): string => {
  const settings = [
    "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin; export PATH",
    "unset IFS ENV BASH_ENV; cd /",
    OPENING,
    `hs_state=${quoteWord(checked(state))}; hs_folders=${quoteWord(folders.map(checked).join(":"))}`,
  ];
  return `#!/bin/sh\n# Installs certificates into the web server of this machine: see "hostseal hosts program".\n${body(settings, wish)}`;
};
