import { sh } from "./sh.ts";

/**
 * Brings the new files in. Content arrives on standard input, exactly as many bytes as announced, straight into files
 * beside their targets that only the owner of the script can read; only then do they get their own owners and modes.
 * Nothing is renamed before everything has arrived, been read back and been written to the disk, all files at once.
 */
const ARRIVING = sh`
hs_reads_ahead() {
  case $hs_taker in '') case $(head --version 2>/dev/null) in *'GNU coreutils'*) hs_taker=head ;; *) hs_taker=dd ;; esac ;; esac
  [ "$hs_taker" = dd ]
}
hs_taker=
hs_take() { if hs_reads_ahead; then dd bs=1 count="$1" <&3 2>/dev/null; else head -c "$1" <&3; fi; }
hs_content() {
  case $1 in
    kept) cat "$hs_state/keys/$2/key" ;;
    *) hs_take "$2" ;;
  esac
}
hs_create() {
  set -C
  true 2>/dev/null >"$1"
  hs_created=$?
  set +C
  return "$hs_created"
}
hs_open_stage() {
  hs_stage_path "$1" "$4"
  if [ -e "$4" ]; then cp -a "$4" "$hs_stage" 2>/dev/null || cp -p "$4" "$hs_stage"; else hs_create "$hs_stage"; fi || return 1
  hs_stages=$hs_stages$hs_stage$hs_nl
  case $hs_as_it_is in *"$hs_nl$4$hs_nl"*) ;; *) hs_owners="$hs_owners$3 $hs_stage$hs_nl" ;; esac
  hs_modes="$hs_modes$2 $hs_stage$hs_nl"
}
hs_close_to_others() { chmod 600 "$@"; }
hs_own_row() { chown "$\{1%% *}" "$\{1#* }"; }
hs_open_to_mode() { chmod "$hs_mode" "$@"; }
hs_take_mode() { if [ "$\{1%% *}" = "$hs_mode" ]; then hs_alike=$hs_alike$\{1#* }$hs_nl; else hs_unlike=$hs_unlike$1$hs_nl; fi; }
hs_set_modes() {
  while [ -n "$hs_modes" ]; do
    hs_mode=$\{hs_modes%% *}; hs_alike=; hs_unlike=
    hs_each hs_take_mode "$hs_modes"
    hs_modes=$hs_unlike
    hs_lots hs_open_to_mode "$hs_alike" || return 1
  done
}
hs_has_arrived() {
  hs_sum_of "/$\{1#* /}"
  [ "$hs_sum" = "$\{1%% *}" ]
}
hs_have_arrived() {
  if printf '%s' "$hs_arrived" | sha256sum -c >/dev/null 2>&1; then return 0; fi
  hs_each hs_has_arrived "$hs_arrived"
}
hs_stage_all() {
  hs_stages=; hs_owners=; hs_modes=; hs_arrived=
  hs_each hs_place_row "$hs_rows" && hs_lots hs_close_to_others "$hs_stages" && hs_each hs_fill_row "$hs_rows" &&
    hs_have_arrived && hs_each hs_own_row "$hs_owners" && hs_set_modes && hs_lots hs_sync "$hs_stages"
}
`;

/**
 * Puts them in their places. What is new is on the disk for good before anything that was there is replaced, so that no
 * configuration names a file that a machine without power would have lost.
 */
const MOVING = sh`
hs_making() { : >"$hs_j/made$1" && hs_sync "$hs_j/made$1" "$hs_j"; }
hs_make_folder() {
  [ -d "$3" ] && return
  hs_making "$1" && mkdir "$3" && chmod "$2" "$3"
}
hs_make_link() {
  if [ -e "$3" ] || [ -h "$3" ]; then return 1; fi
  hs_making "$1" && ln -s "$2" "$3"
}
hs_moved_for_good() {
  [ -z "$hs_moved" ] || hs_lots hs_sync "$hs_moved" || return 1
  hs_moved=
}
hs_swap() {
  hs_stage_path "$1" "$2"
  if [ -e "$2" ]; then hs_moved_for_good || return 1; fi
  mv -f "$hs_stage" "$2" || return 1
  case $hs_nl$hs_moved in *"$hs_nl$\{2%/*}/$hs_nl"*) ;; *) hs_moved=$hs_moved$\{2%/*}/$hs_nl ;; esac
  if hs_has restorecon && [ ! -e "$hs_j/old$1" ]; then restorecon "$2" 2>/dev/null; fi
  return 0
}
`;

export const STAGING = `${ARRIVING}${MOVING}`;
