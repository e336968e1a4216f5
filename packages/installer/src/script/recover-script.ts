import { quote, quoteWord } from "../shell/index.ts";
import { JOURNAL } from "./journal.ts";
import { LOCK } from "./lock.ts";
import { PRELUDE } from "./prelude.ts";

/**
 * What to do with what earlier runs have left: end the one with this name by a word, or undo all that is unfinished.
 * `rollback` also takes back what was committed; `give-up` leaves that alone.
 */
export type Recovery =
  | { readonly kind: "end"; readonly id: string; readonly word: "commit" | "rollback" | "give-up" }
  | { readonly kind: "undo-unfinished" };

export type RecoverWish = { readonly state: string; readonly recovery: Recovery };

const RUN = String.raw`
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
hs_take_out() {
  [ -d "$hs_state/past/$1" ] && mv "$hs_state/past/$1" "$hs_j" && rm -f "$hs_state/done/$1"
}
hs_finish() {
  hs_journal "$1"
  if [ "$2" = rollback ]; then hs_take_out "$1"; fi
  if [ "$2" = commit ] && [ -e "$hs_j/applied" ]; then hs_close committed; fi
  hs_recover || { hs_lock_free; hs_say unrecovered; return 1; }
  hs_lock_free
  hs_ended "$1" || hs_say "absent $1"
}
hs_end() {
  [ -d "$hs_state" ] || { hs_say "absent $1"; return; }
  hs_left=$hs_state/journal/$1
  if [ -e "$hs_left/reader" ] && hs_lives "$hs_left"; then hs_tell "$1" "$2"
  elif hs_lock_take "$1"; then hs_finish "$1" "$2"
  else hs_say "busy $hs_owner_id"; fi
}
hs_undo_unfinished() {
  if [ ! -d "$hs_state" ]; then hs_say clean; return; fi
  hs_lock_take recovery || { hs_say "busy $hs_owner_id"; return 1; }
  if hs_recover; then hs_say clean; else hs_say unrecovered; fi
  hs_lock_free
}
`;

const call = (recovery: Recovery): string =>
  recovery.kind === "end" ? quote(["hs_end", recovery.id, recovery.word]) : "hs_undo_unfinished";

/** The script that ends a run which another connection began, or which was killed; it may be sent any number of times. */
export const recoverScript = ({ state, recovery }: RecoverWish, marker: string): string =>
  [
    "{",
    `hs_marker=${quoteWord(marker)}; hs_state=${quoteWord(state)}`,
    `${PRELUDE}${LOCK}${JOURNAL}${RUN}`,
    `${call(recovery)}; exit $?`,
    "}\n",
  ].join("\n");
