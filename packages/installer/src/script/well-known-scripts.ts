import { quote, quoteWord } from "../shell/index.ts";
import { PRELUDE } from "./prelude.ts";
import { STAGING } from "./staging.ts";

/** A file below a document root, by its folders and its name; none of them has a slash or begins with two dots. */
export type WellKnownFile = {
  readonly root: string;
  readonly folders: readonly string[];
  readonly name: string;
};

/** Goes down folder by folder and follows no link, so that whoever owns the site cannot lead it elsewhere. */
const RUN = String.raw`
hs_owner() { ls -ldn . | sed 's/  */ /g' | cut -d' ' -f3,4 | tr ' ' :; }
hs_enter() {
  if [ -h "$1" ]; then return 1; fi
  if [ ! -d "$1" ]; then
    [ "$hs_making" = yes ] && mkdir "$1" && chmod 755 "$1" && chown "$hs_site_owner" "$1" || return 1
  fi
  hs_expected=$(pwd -P)/$1
  cd "$1" && [ "$(pwd -P)" = "$hs_expected" ]
}
hs_go() {
  cd -- "$1" && cd "$(pwd -P)" || return 1
  hs_site_owner=$(hs_owner)
  shift
  for hs_part in "$@"; do hs_enter "$hs_part" || return 1; done
}
hs_put() {
  if [ -d "./$1" ] || [ -h "./$1" ]; then return 1; fi
  hs_take "$2" >"./.hostseal-$$" && chmod 644 "./.hostseal-$$" && chown "$hs_site_owner" "./.hostseal-$$" &&
    mv -f "./.hostseal-$$" "./$1" && { hs_has restorecon && restorecon "./$1" 2>/dev/null; :; }
}
hs_tidy() {
  for hs_part in "$@"; do
    hs_empty=$(basename "$(pwd -P)")
    cd .. && rmdir "./$hs_empty" 2>/dev/null || return 0
  done
}
`;

const script = (marker: string, lines: readonly string[]): string =>
  [
    "{",
    `hs_marker=${quoteWord(marker)}; hs_state=`,
    `${PRELUDE}${STAGING}${RUN}`,
    "exec 3<&0",
    ...lines,
    "exit 0",
    "}\n",
  ].join("\n");

/** Writes a file of this many bytes, which are sent when it is ready, as whoever owns the site. */
export const publishScript = ({ root, folders, name }: WellKnownFile, size: number, marker: string): string =>
  script(marker, [
    "hs_making=yes",
    `if ${quote(["hs_go", root, ...folders])}; then`,
    `hs_say ready; if ${quote(["hs_put", name, String(size)])}; then hs_say published; else hs_say in-the-way; fi`,
    "else hs_say in-the-way; fi",
  ]);

/** Removes the file, and the folders to it that are empty then. */
export const withdrawScript = ({ root, folders, name }: WellKnownFile, marker: string): string =>
  script(marker, [
    "hs_making=no",
    `if ${quote(["hs_go", root, ...folders])}; then ${quote(["rm", "-f", `./${name}`])}; ${quote(["hs_tidy", ...folders])}; fi`,
    "hs_say withdrawn",
  ]);
