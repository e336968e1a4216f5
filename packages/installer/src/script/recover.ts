import { sh } from "./sh.ts";

/**
 * Ends a run which another connection began, or which was killed; it may be asked any number of times. One that is still
 * on its way to the gate is waited for, since only there does it hear a word.
 */
export const RECOVER = sh`
hs_ended() {
  [ -e "$hs_state/done/$1" ] || return 1
  hs_say "$(cat "$hs_state/done/$1") $1"
}
hs_tell() {
  printf '%s' "$2" >"$hs_left/word.$$" && mv "$hs_left/word.$$" "$hs_left/word"
  kill "$(cat "$hs_left/reader")" 2>/dev/null
  hs_turns=0
  while [ "$hs_turns" -lt 60 ]; do
    hs_ended "$1" && return
    sleep 1
    hs_turns=$((hs_turns + 1))
  done
  hs_say "busy $1"
}
hs_await_gate() {
  hs_turns=0
  while [ "$hs_turns" -lt 60 ] && [ ! -e "$hs_left/reader" ] && hs_lives "$hs_left"; do
    sleep 1
    hs_turns=$((hs_turns + 1))
  done
}
hs_take_out() {
  [ -d "$hs_state/past/$1" ] && mv "$hs_state/past/$1" "$hs_j" && rm -f "$hs_state/done/$1"
}
hs_commit_left() {
  hs_close committed || return 1
  IFS= read -r hs_met <"$hs_state/past/$hs_id/server" && hs_meet "$\{hs_met%% *}" "$\{hs_met#* }" && hs_sweep
}
hs_finish() {
  hs_journal "$1"
  if [ "$2" = rollback ]; then hs_take_out "$1"; fi
  if [ "$2" = commit ] && [ -e "$hs_j/applied" ]; then hs_commit_left; fi
  hs_recover || { hs_lock_free; hs_say unrecovered; return 1; }
  hs_lock_free
  hs_ended "$1" || hs_say "absent $1"
}
hs_end() {
  [ -d "$hs_state" ] || { hs_say "absent $1"; return; }
  hs_left=$hs_state/journal/$1
  hs_await_gate
  if [ -e "$hs_left/reader" ] && hs_lives "$hs_left"; then hs_tell "$1" "$2"; return; fi
  hs_lock_take "$1"
  hs_made=$?
  if [ "$hs_made" = 0 ]; then hs_finish "$1" "$2"; else hs_say_locked "$hs_made"; fi
}
hs_undo_unfinished() {
  if [ ! -d "$hs_state" ]; then hs_say clean; return; fi
  hs_lock_take recovery
  hs_made=$?
  if [ "$hs_made" != 0 ]; then hs_say_locked "$hs_made"; return 1; fi
  if hs_recover; then hs_say clean; else hs_say unrecovered; fi
  hs_lock_free
}
`;
