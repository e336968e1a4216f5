import { sh } from "./sh.ts";

/** Of `hs_pairs` those stay that nobody names, looked for all at once. What cannot be read as text counts as naming them. */
const NAMED = sh`
hs_name_row() { hs_names=$hs_names$\{hs_names:+$hs_nl}$\{1##*/}; }
hs_unnamed_row() { case $hs_naming in *"$\{1##*/}"*|*'inary file '*) ;; *) hs_unnamed=$hs_unnamed$1$hs_nl ;; esac; }
hs_drop_named() {
  hs_naming=$1; hs_unnamed=; hs_names=
  hs_each hs_unnamed_row "$hs_pairs"
  hs_pairs=$hs_unnamed
  hs_each hs_name_row "$hs_pairs"
}
hs_lines_naming() { grep -hF -e "$hs_names" "$@" 2>/dev/null; }
hs_drop_configured() {
  hs_drop_named "$(grep -rhF -e "$hs_names" "$\{hs_ours%/*}/" 2>/dev/null)"
}
hs_drop_served() {
  [ -n "$hs_pairs" ] || return 0
  hs_files=$(hs_server_files)
  hs_drop_named "$(hs_lots hs_lines_naming "$hs_files")"
}
hs_is_named() {
  hs_pairs=$1; hs_names=$\{1##*/}
  hs_drop_configured
  hs_drop_served
  [ -z "$hs_pairs" ]
}
`;

/**
 * Pairs that were replaced go when the next run is committed: those in our own folder that no file of the
 * configuration names any more, nor one that a run which can still be undone would bring back. They are written into
 * the journal before they are removed. Empty folders for validation files go as well, once nothing leads to them.
 */
const REMOVING = sh`
hs_undoable_row() {
  hs_number=$\{1##*/old}
  while read -r hs_n hs_what hs_before hs_after hs_path; do
    [ "$hs_n $hs_what" = "$hs_number file" ] || continue
    if [ "$hs_path" != "$hs_summed" ]; then hs_sum_of "$hs_path"; hs_summed=$hs_path; fi
    if [ "$hs_sum" = "$hs_after" ]; then hs_undoable=$hs_undoable$1$hs_nl; fi
  done <"$\{1%/*}/entries"
}
hs_drop_coming_back() {
  [ -n "$hs_pairs" ] || return 0
  hs_undoable=; hs_summed=
  hs_each hs_undoable_row "$(grep -lF -e "$hs_names" "$hs_state"/past/*/old* "$hs_state"/journal/*/old* 2>/dev/null)"
  if [ -n "$hs_undoable" ]; then hs_drop_named "$(hs_lots hs_lines_naming "$hs_undoable")"; fi
}
hs_sweep_places() {
  for hs_closed in "$hs_ours"/validation/*; do
    if [ ! -d "$hs_closed" ] || [ -h "$hs_closed" ]; then continue; fi
    grep -rqF -e "/validation/$\{hs_closed##*/}/" "$\{hs_ours%/*}/" 2>/dev/null && continue
    rmdir "$hs_closed" "$hs_ours/validation" 2>/dev/null
  done
}
hs_remove_all() { rm -f "$@"; }
hs_sweep() {
  hs_find_home || return 0
  hs_sweep_places
  hs_pairs=; hs_names=
  for hs_pair in "$hs_ours"/*.crt "$hs_ours"/*.key; do
    if [ -f "$hs_pair" ] && [ ! -h "$hs_pair" ]; then hs_pairs=$hs_pairs$hs_pair$hs_nl; hs_name_row "$hs_pair"; fi
  done
  [ -n "$hs_pairs" ] || return 0
  hs_drop_configured
  hs_drop_coming_back
  hs_drop_served
  [ -n "$hs_pairs" ] || return 0
  printf '%s' "$hs_pairs" >>"$hs_state/past/$hs_id/superseded" && hs_lots hs_remove_all "$hs_pairs"
  return 0
}
`;

export const SWEEP = `${NAMED}${REMOVING}`;
