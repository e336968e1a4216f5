import { sh } from "./sh.ts";

/**
 * What is done with each line of the request, in the order in which the phases of a run are. There may be thousands of
 * files that have to be what they were, so they are looked at in one go; one by one only when that fails, to name the
 * first that changed.
 */
const ROWS = sh`
hs_step() { hs_say "step $*"; }
hs_after() { if [ "$1" = kept ]; then hs_sum_of "$hs_state/keys/$2/key"; else hs_sum=$3; fi; }
hs_free_row() {
  case $\{1%% /*} in *' folder '*) return 0 ;; esac
  hs_path=/$\{1#* /}
  for hs_left in "$hs_state"/journal/*; do
    [ -e "$hs_left/entries" ] && cut -d' ' -f5- "$hs_left/entries" | grep -qxF -e "$hs_path" && {
      hs_say "busy $\{hs_left##*/}"
      return 1
    }
  done
  return 0
}
hs_is_absent() { [ ! -e "$1" ]; }
hs_watch_all() {
  if hs_each hs_is_absent "$hs_absent" && printf '%s' "$hs_sums" | sha256sum -c >/dev/null 2>&1; then return 0; fi
  hs_each hs_watch_row "$hs_watched"
}
hs_watch_row() {
  hs_sum_of "/$\{1#* /}"
  [ "$hs_sum" = "$\{1%% /*}" ] || { hs_say "changed /$\{1#* /}"; return 1; }
}
hs_record_row() {
  hs_path=/$\{1#* /}
  set -f; set -- $\{1%% /*}; set +f
  hs_folder_time "$\{hs_path%/*}" || return 1
  if [ "$2" = file ]; then hs_after "$6" "$7" "$8"; hs_entry "$1" file "$5" "$hs_sum" "$hs_path"
  else hs_entry "$1" "$2" - - "$hs_path"; fi
}
hs_place_row() {
  hs_path=/$\{1#* /}
  set -f; set -- $\{1%% /*}; set +f
  case $2 in
    folder) hs_make_folder "$1" "$3" "$hs_path" ;;
    file) hs_open_stage "$1" "$3" "$4" "$hs_path" ;;
  esac || return 1
  [ "$2" = file ] || hs_step filled "$1"
}
hs_fill_row() {
  hs_path=/$\{1#* /}
  set -f; set -- $\{1%% /*}; set +f
  [ "$2" = file ] || return 0
  hs_stage_path "$1" "$hs_path"
  hs_content "$6" "$7" >"$hs_stage" || return 1
  hs_after "$6" "$7" "$8"
  hs_arrived="$hs_arrived$hs_sum  $hs_stage$hs_nl"
  hs_step filled "$1"
}
hs_pair_row() {
  hs_path=/$\{1#* /}
  hs_stage_path "$\{1%% *}" "$hs_path"
  case $1 in *' file '*.crt) hs_new_certificate=$hs_stage ;; *' file '*.key) hs_new_key=$hs_stage ;; esac
}
hs_move_row() {
  hs_path=/$\{1#* /}
  set -f; set -- $\{1%% /*}; set +f
  case $2 in
    link) hs_make_link "$1" "$3" "$hs_path" ;;
    file) hs_swap "$1" "$hs_path" ;;
  esac || return 1
  hs_step moved "$1"
}
`;

/**
 * All of it, or nothing: what has begun and does not come to its end is put back. A server that has shown its
 * configuration over this connection has tested it, too; the files are still the same.
 */
const RUN = sh`
hs_abort() {
  trap '' HUP INT TERM
  if [ -d "$hs_j" ] && hs_lock_take "$hs_id"; then hs_undo; fi
  hs_lock_free
  exit 1
}
hs_begin() {
  hs_lock_take "$1"
  hs_made=$?
  if [ "$hs_made" != 0 ]; then hs_say_locked "$hs_made"; return 1; fi
  hs_step locked
  hs_recover || { hs_say unrecovered; hs_lock_free; return 1; }
  hs_journal "$1"
  if [ -d "$hs_j" ]; then hs_say "busy $1"; hs_lock_free; return 1; fi
  if [ -e "$hs_state/done/$1" ] || [ -e "$hs_state/past/$1" ]; then rm -rf "$hs_state/done/$1" "$hs_state/past/$1"; fi
  trap hs_abort HUP INT TERM
}
hs_is_met() {
  hs_meet "$\{hs_server%% *}" "$\{hs_server#* }" && hs_find_home && return
  hs_say gone
  return 1
}
hs_key_fits() {
  [ -n "$hs_expected" ] || return 0
  [ "$(cat "$hs_state/keys/$\{hs_expected%% *}/public" 2>/dev/null)" = "$\{hs_expected#* }" ] && return
  hs_say key-gone
  return 1
}
hs_check() {
  hs_as_it_is=$hs_nl
  hs_each hs_is_permitted "$hs_rows" && hs_key_fits && hs_each hs_free_row "$hs_rows" && hs_watch_all
}
hs_tested() {
  hs_server_test >"$hs_lock/output" 2>&1 && return
  hs_block "red $1" <"$hs_lock/output"
  return 1
}
hs_tried() {
  hs_new_certificate=; hs_new_key=
  hs_each hs_pair_row "$hs_rows"
  if [ -z "$hs_new_certificate" ] || [ -z "$hs_new_key" ]; then return 0; fi
  if hs_server_trial "$hs_new_certificate" "$hs_new_key" >"$hs_lock/output" 2>&1; then hs_step tried; return; fi
  hs_block "red trial" <"$hs_lock/output"
  return 1
}
hs_record() {
  hs_open && hs_each hs_record_row "$hs_rows" && hs_sync "$hs_j"/* "$hs_j" && : >"$hs_j/recorded" && hs_sync "$hs_j" || {
    hs_say unwritable
    return 1
  }
  hs_step recorded
}
hs_change() {
  hs_say ready
  hs_stage_all || { hs_say unfilled; return 1; }
  hs_step staged
  hs_tried || return 1
  hs_moved=
  hs_each hs_move_row "$hs_rows" && hs_moved_for_good || { hs_say unmoved; return 1; }
  hs_step moved
  hs_tested after || return 1
  hs_step tested
  : >"$hs_j/reloaded" || { hs_say unmoved; return 1; }
  hs_server_watch
  hs_server_reload </dev/null >"$hs_lock/output" 2>&1 || { hs_block unloaded <"$hs_lock/output"; return 1; }
  hs_step reloaded
  if hs_server_turned; then hs_say turned; fi
  hs_gate "$1"
}
hs_is_green() {
  case $hs_nl$hs_green in *"$hs_nl$hs_server$hs_nl"*) return 0 ;; esac
  hs_tested before
}
hs_apply() {
  hs_begin "$hs_run" || return 1
  hs_is_met && hs_check && hs_is_green && hs_record && hs_change "$hs_patience" && { hs_lock_free; return 0; }
  hs_abort
}
`;

export const APPLY = `${ROWS}${RUN}`;
