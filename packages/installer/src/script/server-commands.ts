/** How the running server is told to read its configuration again. It is never started, stopped or restarted. */
export type Reload =
  /** To the master with this executable and this command line, as `/proc` shows them with spaces between the words. */
  | { readonly kind: "signal"; readonly signal: "HUP" | "USR1"; readonly exe: string; readonly commandLine: string }
  /** By the init system that owns it. */
  | { readonly kind: "command"; readonly argv: readonly string[] };

/** A running server, by its kind and the command line of its master, as the report says it. */
export type RunningServer = { readonly kind: "nginx" | "apache"; readonly line: string };

/** What will be done with the server, for people to read; the host finds it out by itself, and takes no command. */
export type ServerCommands = {
  readonly server: RunningServer;
  /** The server's own test of its whole configuration; nothing is read from its standard input. */
  readonly test: readonly string[];
  /** Loads the new pair where no visitor is, in case the server's own test does not load certificates. */
  readonly trial?: readonly string[];
  readonly reload: Reload;
};
