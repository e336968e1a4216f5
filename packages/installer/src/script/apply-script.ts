import { createHash } from "node:crypto";
import { posix } from "node:path";
import { quote, quoteWord } from "../shell/index.ts";
import { GATE } from "./gate.ts";
import { JOURNAL } from "./journal.ts";
import { LOCK } from "./lock.ts";
import { PRELUDE } from "./prelude.ts";
import { MASTER, serverFunctions } from "./server-commands.ts";
import { STAGING } from "./staging.ts";
import type { Change, Transaction } from "./transaction.ts";

type Numbered = { readonly change: Change; readonly number: number };

const RUN = String.raw`
hs_step() { hs_say "step $*"; }
hs_unchanged() { [ "$(hs_digest "$2")" = "$1" ] || { hs_say "changed $2"; return 1; }; }
hs_tested() {
  hs_server_test </dev/null >"$hs_lock/output" 2>&1 && { [ "$1" = before ] || hs_server_trial </dev/null >>"$hs_lock/output" 2>&1; } && return
  hs_block "red $1" <"$hs_lock/output"
  return 1
}
hs_abort() {
  trap '' HUP INT TERM
  if [ -d "$hs_j" ] && hs_lock_take "$hs_id"; then hs_undo; fi
  hs_lock_free
  exit 1
}
hs_is_free() {
  for hs_left in "$hs_state"/journal/*; do
    [ -e "$hs_left/entries" ] && cut -d' ' -f5- "$hs_left/entries" | grep -qxF -e "$1" && {
      hs_say "busy $(basename "$hs_left")"
      return 1
    }
  done
  return 0
}
hs_begin() {
  if ! hs_lock_take "$1"; then hs_say "busy $hs_owner_id"; return 1; fi
  hs_step locked
  hs_recover || { hs_say unrecovered; hs_lock_free; return 1; }
  hs_journal "$1"
  if [ -d "$hs_j" ]; then hs_say "busy $1"; hs_lock_free; return 1; fi
  rm -rf "$hs_state/done/$1" "$hs_state/past/$1"
  trap hs_abort HUP INT TERM
}
hs_main() {
  hs_begin "$1" || return 1
  hs_check && hs_tested before && hs_record && hs_apply "$2" && { hs_lock_free; return 0; }
  hs_abort
}
hs_apply() {
  hs_say ready
  hs_fill || { hs_say unfilled; return 1; }
  hs_step staged
  hs_move || { hs_say unmoved; return 1; }
  hs_step moved
  hs_tested after || return 1
  hs_step tested
  : >"$hs_j/reloaded"
  hs_server_reload </dev/null >"$hs_lock/output" 2>&1 || { hs_block unloaded <"$hs_lock/output"; return 1; }
  hs_step reloaded
  hs_gate "$1"
}
`;

const digestOf = (change: Change): string => {
  if (change.kind !== "file") return "-";
  if (change.source.kind === "kept") return `"$(hs_digest "$hs_state"/keys/${quoteWord(change.source.reference)}/key)"`;
  return createHash("sha256").update(change.source.bytes).digest("hex");
};

const recordLine = ({ change, number }: Numbered): string => {
  const before = change.kind === "file" ? change.before : "-";
  return `hs_entry ${quote([String(number), change.kind, before])} ${digestOf(change)} ${quoteWord(change.path)}`;
};

const fillLine = ({ change, number }: Numbered): string => {
  switch (change.kind) {
    case "folder":
      return quote(["hs_make_folder", String(number), change.mode, change.path]);
    case "link":
      return ":";
    case "file": {
      const from = change.source.kind === "kept" ? change.source.reference : String(change.source.bytes.length);
      const where = ["hs_stage_file", String(number), change.source.kind, from, change.mode, change.owner];
      return `${quote(where)} ${digestOf(change)} ${quoteWord(change.path)}`;
    }
  }
};

const moveLine = ({ change, number }: Numbered): string => {
  switch (change.kind) {
    case "folder":
      return ":";
    case "link":
      return quote(["hs_make_link", String(number), change.to, change.path]);
    case "file":
      return quote(["hs_swap", String(number), change.path]);
  }
};

/** No other run waits with the same files, and what was read and will be replaced is as it was planned. */
const checkLines = ({ watched, changes }: Transaction): readonly string[] => {
  const replaced = changes.flatMap((change) =>
    change.kind === "file" ? [{ path: change.path, sha256: change.before }] : [],
  );
  const digests = new Map([...watched, ...replaced].map(({ path, sha256 }) => [path, sha256]));
  return [
    ...replaced.map(({ path }) => quote(["hs_is_free", path])),
    ...[...digests].map(([path, sha256]) => quote(["hs_unchanged", sha256, path])),
  ];
};

const shellFunction = (name: string, lines: readonly string[]): string =>
  `${name}() {\n${[...lines, ":"].join(" &&\n")}\n}`;

const steps = (word: string, numbered: readonly Numbered[], line: (one: Numbered) => string): readonly string[] =>
  numbered.flatMap((one) => [line(one), `hs_step ${word} ${one.number}`]);

const folderTimes = (changes: readonly Change[]): readonly string[] =>
  [...new Set(changes.map(({ path }) => posix.dirname(path)))].map((folder, number) =>
    quote(["hs_folder_time", String(number + 1), folder]),
  );

/**
 * The script that makes the changes, waits for the word, and undoes everything when it is not `commit`. It holds no
 * content: `payloadOf` is sent when it says that it is ready. Nothing runs before the last line has arrived.
 */
export const applyScript = (transaction: Transaction, marker: string): string => {
  const { id, state, changes, server, patience } = transaction;
  const numbered = changes.map((change, index) => ({ change, number: index + 1 }));
  const functions = serverFunctions(server);
  return [
    "{",
    `hs_marker=${quoteWord(marker)}; hs_state=${quoteWord(state)}`,
    `${PRELUDE}${MASTER}${LOCK}${JOURNAL}${STAGING}${GATE}${RUN}`,
    functions,
    shellFunction("hs_check", checkLines(transaction)),
    shellFunction("hs_record", [
      "hs_open",
      `printf '%s\\n' ${quoteWord(`${MASTER}${functions}`)} >"$hs_j/server.sh"`,
      ...folderTimes(changes),
      ...numbered.map(recordLine),
      'hs_sync "$hs_j"/* "$hs_j"',
      "hs_step recorded",
    ]),
    shellFunction("hs_fill", steps("filled", numbered, fillLine)),
    shellFunction("hs_move", steps("moved", numbered, moveLine)),
    `exec 3<&0; ${quote(["hs_main", id, String(patience)])}; exit $?`,
    "}\n",
  ].join("\n");
};

/** The bytes that follow when the script is ready: of every file that is sent, in order. */
export const payloadOf = ({ changes }: Transaction): Uint8Array =>
  Buffer.concat(
    changes.flatMap((change) => (change.kind === "file" && change.source.kind === "sent" ? [change.source.bytes] : [])),
  );
