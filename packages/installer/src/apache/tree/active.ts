import type { Directive, Section, Word } from "../syntax/config-item.ts";
import type { Source } from "../syntax/logical-line.ts";
import type { Verdict } from "./condition.ts";

/** A file as it was read at one place; what a macro made is a file of its own, with no bytes to edit. */
export type ReadFile = {
  /** As the server calls it. */
  readonly path: string;
  /** Where the bytes really are, or nothing for what a macro made. */
  readonly target: string | undefined;
  readonly source: Source;
};

/** A section around a directive. `verdict` is there for those that are decided while reading. */
export type Enclosure = {
  readonly section: Section;
  readonly file: ReadFile;
  readonly args: readonly Word[];
  readonly verdict: Verdict | undefined;
};

/** A directive the server acts upon, in the order of reading. Words have their variables put in. */
export type Active = {
  readonly directive: Directive;
  readonly file: ReadFile;
  readonly args: readonly Word[];
  /** Whether a `${…}` stands in the arguments as they are written. */
  readonly hasVariables: boolean;
  /** From the outermost in. */
  readonly enclosures: readonly Enclosure[];
};

/** The innermost section that is no condition: what a directive belongs to. Nothing for the server itself. */
export const holderOf = ({ enclosures }: Active): Enclosure | undefined =>
  enclosures.findLast(({ verdict }) => verdict === undefined);

/** Which file was read, from which line of which other, as in the server's own list. */
export type Included = { readonly path: string; readonly depth: number; readonly line: number | undefined };
