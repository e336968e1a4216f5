import { sh } from "./sh.ts";

/**
 * The commit gate: applied, and waiting. The word comes over the standard input or, from another connection, by way of
 * the journal. Anything but `commit`, the end of the input, or too long a silence puts everything back; so does a
 * commit that cannot be written down.
 */
export const GATE = sh`
hs_word() {
  : >"$hs_j/word"
  ( IFS= read -r hs_heard; [ "$hs_heard" != commit ] || exit 10 ) <&3 >/dev/null 2>&1 &
  hs_reader=$!
  ( trap 'kill $hs_sleep; exit' TERM; sleep "$1" & hs_sleep=$!; wait $hs_sleep; kill $hs_reader ) </dev/null >/dev/null 2>&1 3<&- &
  hs_dog=$!
  printf '%s\n' "$hs_reader" >"$hs_j/reader"
  wait $hs_reader 2>/dev/null
  hs_said=$?
  kill $hs_dog 2>/dev/null
  if [ "$hs_said" = 10 ]; then hs_said=commit; else hs_said=$(cat "$hs_j/word"); fi
}
hs_gate() {
  printf 'committed\n' >"$hs_j/committed" && : >"$hs_j/applied" || { hs_say unmoved; return 1; }
  hs_sync "$hs_j"
  hs_say applied
  hs_lock_lend
  hs_word "$1"
  if [ "$hs_said" != commit ]; then return 1; fi
  trap '' HUP INT TERM
  hs_lock_take "$hs_id" && hs_close committed || return 1
  hs_sweep
  hs_say "committed $hs_id"
}
`;
