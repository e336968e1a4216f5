import { sh } from "./sh.ts";

/**
 * Brings the new files in. Content arrives on standard input, exactly as many bytes as announced, straight into a file
 * beside its target that only the owner of the script can read; only then does it get its own owner and mode. Nothing
 * is renamed before everything has arrived, been read back and been written to the disk.
 */
export const STAGING = sh`
hs_take() {
  if head --version 2>/dev/null | grep -q 'GNU coreutils'; then head -c "$1" <&3; else dd bs=1 count="$1" <&3 2>/dev/null; fi
}
hs_content() {
  case $1 in
    kept) cat "$hs_state/keys/$2/key" ;;
    *) hs_take "$2" ;;
  esac
}
hs_stage_file() {
  hs_stage_path "$1" "$7"
  if [ -e "$7" ]; then cp -a "$7" "$hs_stage" 2>/dev/null || cp -p "$7" "$hs_stage"; else ( set -C; : >"$hs_stage" ); fi || return 1
  chmod 600 "$hs_stage" && hs_content "$2" "$3" >"$hs_stage" || return 1
  [ "$(hs_digest "$hs_stage")" = "$6" ] || return 1
  chown "$5" "$hs_stage" && chmod "$4" "$hs_stage" && hs_sync "$hs_stage"
}
hs_making() { : >"$hs_j/made$1" && hs_sync "$hs_j/made$1" "$hs_j"; }
hs_make_folder() {
  [ -d "$3" ] && return
  hs_making "$1" && mkdir "$3" && chmod "$2" "$3"
}
hs_make_link() {
  if [ -e "$3" ] || [ -h "$3" ]; then return 1; fi
  hs_making "$1" && ln -s "$2" "$3"
}
hs_swap() {
  hs_stage_path "$1" "$2"
  mv -f "$hs_stage" "$2" && hs_sync "$(dirname "$2")" || return 1
  if hs_has restorecon && [ ! -e "$hs_j/old$1" ]; then restorecon "$2" 2>/dev/null; fi
  return 0
}
`;
