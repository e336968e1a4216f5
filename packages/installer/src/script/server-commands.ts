import { quote } from "../shell/index.ts";

/** How the running server is told to read its configuration again. It is never started, stopped or restarted. */
export type Reload =
  /** To the master with this executable and this command line, as `/proc` shows them with spaces between the words. */
  | { readonly kind: "signal"; readonly signal: "HUP" | "USR1"; readonly exe: string; readonly commandLine: string }
  /** By the init system that owns it. */
  | { readonly kind: "command"; readonly argv: readonly string[] };

export type ServerCommands = {
  /** The server's own test of its whole configuration; nothing is read from its standard input. */
  readonly test: readonly string[];
  /** Loads the new pair where no visitor is, in case the server's own test does not load certificates. */
  readonly trial?: readonly string[];
  readonly reload: Reload;
};

/** Finds a master: of all processes with this executable and command line the one whose parent is not such a process. */
export const MASTER = String.raw`
hs_is_like() {
  hs_exe=$(readlink "/proc/$1/exe" 2>/dev/null) || return 1
  hs_exe=$(printf '%s\n' "$hs_exe" | sed 's/ (deleted)$//')
  [ "$hs_exe" = "$2" ] && [ "$(tr '\0' ' ' <"/proc/$1/cmdline" 2>/dev/null | sed 's/ *$//')" = "$3" ]
}
hs_parent() { sed 's/.*) //' "/proc/$1/stat" 2>/dev/null | cut -d' ' -f2; }
hs_master() {
  for hs_pid in $(cd /proc && ls -d [0-9]*); do
    hs_is_like "$hs_pid" "$1" "$2" || continue
    hs_is_like "$(hs_parent "$hs_pid")" "$1" "$2" || return 0
  done
  return 1
}
`;

const reloadLine = (reload: Reload): string =>
  reload.kind === "command"
    ? quote(reload.argv)
    : `${quote(["hs_master", reload.exe, reload.commandLine])} && kill -s ${reload.signal} "$hs_pid"`;

/** The three verbs by which the other scripts speak to the server. */
export const serverFunctions = ({ test, trial, reload }: ServerCommands): string =>
  [
    `hs_server_test() { ${quote(test)}; }`,
    `hs_server_trial() { ${trial ? quote(trial) : ":"}; }`,
    `hs_server_reload() { ${reloadLine(reload)}; }`,
  ].join("\n");
