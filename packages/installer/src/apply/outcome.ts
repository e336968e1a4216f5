/** How a run ended on the host. `kept` are the paths that somebody else had changed since, which were left alone. */
export type Ending =
  | { readonly kind: "committed" }
  | { readonly kind: "restored"; readonly kept: readonly string[]; readonly isReloaded: boolean }
  /** It could not be put back by itself; the next run tries again before anything else. */
  | { readonly kind: "stuck"; readonly paths: readonly string[] }
  /** The link broke before the host said how it ended; it puts everything back by itself. */
  | { readonly kind: "lost"; readonly errors: string };

/** Why a run was given up before it was applied. */
export type Obstacle =
  /** Another run, by its name, has the host. */
  | { readonly kind: "busy"; readonly id: string }
  | { readonly kind: "unrecovered" }
  /** Its folder for journals takes nothing. */
  | { readonly kind: "unwritable" }
  /** The server that was planned for does not run any more. */
  | { readonly kind: "gone" }
  /** The key it keeps is not there, or not the one that is meant. */
  | { readonly kind: "key-gone" }
  /** A path that may not be changed there. */
  | { readonly kind: "forbidden"; readonly path: string }
  /** A field of the request was not understood. */
  | { readonly kind: "misread"; readonly field: string }
  /** A file is not what it was when the plan was made. */
  | { readonly kind: "changed"; readonly path: string }
  /** The server's own test failed, before anything was changed or with the new files; or the pair did where it was tried. */
  | { readonly kind: "red"; readonly when: "before" | "trial" | "after"; readonly output: string }
  | { readonly kind: "unfilled" }
  | { readonly kind: "unmoved" }
  | { readonly kind: "unloaded"; readonly output: string }
  | { readonly kind: "lost"; readonly errors: string };

/** Waits for our word, and takes it once. */
export type Gate = {
  readonly id: string;
  /** Milliseconds that the server's own test took with the new files. */
  readonly testTime: number;
  /** Whether the host has seen that those with the old configuration take no connections any more. */
  readonly hasTurned: boolean;
  end(word: "commit" | "rollback"): Promise<Ending>;
};

export type Applied =
  | { readonly kind: "applied"; readonly gate: Gate }
  | { readonly kind: "given-up"; readonly because: Obstacle; readonly ending: Ending };
