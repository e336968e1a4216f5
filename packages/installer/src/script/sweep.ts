import { sh } from "./sh.ts";

/**
 * Pairs that were replaced go when the next run is committed: those in our own folder that no file of the
 * configuration names any more, nor one that a run which can still be undone would bring back. They are written into
 * the journal before they are removed.
 */
export const SWEEP = sh`
hs_is_named() {
  hs_name=$(basename "$1")
  grep -rqF -e "$hs_name" "$(dirname "$hs_ours")" 2>/dev/null && return
  hs_server_files | (
    while IFS= read -r hs_path; do if grep -qF -e "$hs_name" "$hs_path" 2>/dev/null; then exit 0; fi; done
    exit 1
  )
}
hs_is_undoable() { [ "$3" != absent ] && [ "$(hs_digest "$5")" = "$4" ] && grep -qF -e "$hs_name" "$hs_left/old$1" 2>/dev/null && echo yes; }
hs_comes_back() {
  hs_name=$(basename "$1")
  for hs_left in "$hs_state"/past/* "$hs_state"/journal/*; do
    [ -e "$hs_left/entries" ] || continue
    if [ -n "$(hs_entries hs_is_undoable "$hs_left/entries")" ]; then return 0; fi
  done
  return 1
}
hs_sweep() {
  hs_find_home || return 0
  hs_past=$hs_state/past/$hs_id
  for hs_pair in "$hs_ours"/*.crt "$hs_ours"/*.key; do
    [ -f "$hs_pair" ] && [ ! -h "$hs_pair" ] || continue
    if hs_is_named "$hs_pair" || hs_comes_back "$hs_pair"; then continue; fi
    printf '%s\n' "$hs_pair" >>"$hs_past/superseded" && rm -f "$hs_pair"
  done
  return 0
}
`;
