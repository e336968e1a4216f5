import { sh } from "./sh.ts";

/**
 * One run at a time changes anything on a host; while a run waits for its word, others may. The lock is a folder that
 * names its owner by process and start time, so the lock of a run that was killed is taken over, and that of a live
 * one never. Where nothing can be written, nobody is waited for.
 */
export const LOCK = sh`
hs_lock_lives() {
  hs_owner=; hs_owner_start=; hs_owner_id=
  read -r hs_owner hs_owner_start hs_owner_id 2>/dev/null <"$hs_lock/owner"
  [ -n "$hs_owner" ] && [ "$(hs_started "$hs_owner")" = "$hs_owner_start" ]
}
hs_lock_make() {
  mkdir "$hs_lock.$$" 2>/dev/null && printf '%s %s %s\n' "$$" "$(hs_started $$)" "$1" 2>/dev/null >"$hs_lock.$$/owner" || {
    rm -rf "$hs_lock.$$"
    return 2
  }
  if [ ! -e "$hs_lock" ] && mkdir "$hs_lock" 2>/dev/null; then
    mv "$hs_lock.$$/owner" "$hs_lock/owner" && rmdir "$hs_lock.$$"
    return
  fi
  rm -rf "$hs_lock.$$"
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
hs_held=
hs_lock_take() {
  [ -z "$hs_held" ] || return 0
  mkdir -p "$hs_state/journal" "$hs_state/done" 2>/dev/null && chmod 700 "$hs_state" || return 2
  hs_tries=0
  while :; do
    hs_lock_try "$1"
    hs_made=$?
    [ "$hs_made" = 1 ] || break
    hs_tries=$((hs_tries + 1))
    [ "$hs_tries" -lt 30 ] || return 1
    sleep 1
  done
  [ "$hs_made" = 0 ] && hs_held=yes || return 2
}
hs_lock_free() {
  [ -z "$hs_held" ] || rm -rf "$hs_lock"
  hs_held=
}
hs_say_locked() { if [ "$1" = 2 ]; then hs_say unwritable; else hs_say "busy $hs_owner_id"; fi; }
`;
