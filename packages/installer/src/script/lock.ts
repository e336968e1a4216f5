import { sh } from "./sh.ts";

/**
 * One run at a time changes anything on a host; while a run waits for its word, others may. The lock is a folder that
 * names its owner by process and start time, so the lock of a run that was killed is taken over, and that of a live
 * one never. Where nothing can be written, nobody is waited for; a run that lends the lock while it waits keeps what it
 * needs to take it again, so that it can put everything back on a disk that is full by then.
 */
export const LOCK = sh`
hs_lock_lives() {
  hs_owner=; hs_owner_start=; hs_owner_id=
  read -r hs_owner hs_owner_start hs_owner_id 2>/dev/null <"$hs_lock/owner"
  [ -n "$hs_owner" ] && hs_started "$hs_owner" && [ "$hs_start" = "$hs_owner_start" ]
}
hs_lock_ticket() {
  [ -z "$hs_ticket" ] || return 0
  hs_started $$
  printf '%s %s %s\n' "$$" "$hs_start" "$1" 2>/dev/null >"$hs_lock.$$" || { rm -f "$hs_lock.$$"; return 1; }
  hs_ticket=$hs_lock.$$
}
hs_lock_make() {
  hs_lock_ticket "$1" || return 2
  if [ ! -e "$hs_lock" ] && mkdir "$hs_lock" 2>/dev/null; then mv "$hs_ticket" "$hs_lock/owner" && hs_ticket= && return; fi
  return 1
}
hs_lock_try() {
  hs_lock_make "$1"
  hs_made=$?
  [ "$hs_made" = 1 ] || return "$hs_made"
  hs_lock_lives && return 1
  [ -z "$hs_owner" ] && sleep 1 && hs_lock_lives && return 1
  mv "$hs_lock" "$hs_lock.stale.$$" 2>/dev/null && rm -rf "$hs_lock.stale.$$"
  hs_lock_make "$1"
}
hs_held=; hs_ticket=
hs_lock_forgo() { if [ "$hs_ticket" = "$hs_lock.$$" ]; then rm -f "$hs_ticket"; hs_ticket=; fi; }
hs_lock_take() {
  [ -z "$hs_held" ] || return 0
  if [ ! -d "$hs_state/journal" ] || [ ! -d "$hs_state/done" ]; then
    mkdir -p "$hs_state/journal" "$hs_state/done" 2>/dev/null && chmod 700 "$hs_state" || return 2
  fi
  hs_tries=0
  while :; do
    hs_lock_try "$1"
    hs_made=$?
    [ "$hs_made" = 1 ] || break
    hs_tries=$((hs_tries + 1))
    [ "$hs_tries" -lt 30 ] || { hs_lock_forgo; return 1; }
    sleep 1
  done
  [ "$hs_made" = 0 ] && hs_held=yes || return 2
}
hs_lock_free() {
  [ -z "$hs_held" ] || rm -rf "$hs_lock"
  hs_held=
}
hs_lock_lend() {
  mv "$hs_lock/owner" "$hs_j/ticket" && hs_ticket=$hs_j/ticket
  hs_lock_free
}
hs_say_locked() { if [ "$1" = 2 ]; then hs_say unwritable; else hs_say "busy $hs_owner_id"; fi; }
`;
