import type { RunningServer } from "./server-commands.ts";

/** Where the bytes of a file come from: sent along, or a key that was made on the host and stays there. */
export type Source =
  | { readonly kind: "sent"; readonly bytes: Uint8Array }
  | { readonly kind: "kept"; readonly reference: string };

/** One path to be changed. Paths are absolute, follow no link, and hold no control characters. */
export type Change =
  | {
      readonly kind: "file";
      readonly path: string;
      /** Octal digits, and `uid:gid`. */
      readonly mode: string;
      readonly owner: string;
      /** Hex SHA-256 of what stands there now, or `absent`. */
      readonly before: string;
      readonly source: Source;
    }
  | { readonly kind: "folder"; readonly path: string; readonly mode: string }
  | { readonly kind: "link"; readonly path: string; readonly to: string };

/** A file that must be what it was when the plan was made. */
export type Watched = { readonly path: string; readonly sha256: string };

/** A key on the host that must be the one of this public key. */
export type ExpectedKey = { readonly reference: string; readonly publicKeySha256: string };

/** Everything that one run changes on a host, all of it or nothing. */
export type Transaction = {
  /** Names the journal on the host: letters, digits and hyphens. */
  readonly id: string;
  /** The folder for journals and locks. */
  readonly state: string;
  readonly watched: readonly Watched[];
  readonly key?: ExpectedKey;
  /** In the order in which they are made; folders before what lies in them. */
  readonly changes: readonly Change[];
  /** Which server is tested and reloaded. */
  readonly server: RunningServer;
  /** Seconds that the host waits for the word before it puts everything back. */
  readonly patience: number;
};
