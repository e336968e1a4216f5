/** One file as it lies in an archive. */
export type PackedFile = {
  /** With slashes, without one at the start. */
  readonly path: string;
  readonly mode: number;
  readonly bytes: Uint8Array;
};
