import type { Directive } from "../syntax/directive.ts";

/** One file of a configuration, read. */
export type NginxFile = {
  /** As the server names it. */
  readonly path: string;
  /** The same for all paths that lead to the same file. */
  readonly identity: string;
  readonly bytes: Buffer;
  readonly directives: readonly Directive[];
};

/** A whole configuration: the files in the order in which the server reads them first. */
export type NginxTree = {
  readonly root: NginxFile;
  /** The folder of the root file with a slash behind: what paths of includes and certificates are relative to. */
  readonly folder: string;
  readonly files: ReadonlyMap<string, NginxFile>;
  /** Where each include leads. */
  readonly targets: ReadonlyMap<Directive, readonly NginxFile[]>;
};

/** An include that led into a file, and the one that led to where it stands. */
export type Via = { readonly include: Directive; readonly file: NginxFile; readonly via: Via | undefined };

/** A directive where it takes effect: the file it stands in, and through which includes it came here. */
export type Placed = { readonly directive: Directive; readonly file: NginxFile; readonly via: Via | undefined };
