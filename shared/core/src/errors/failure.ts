import type { Instant } from "@hostseal/rules";
import type { Parameters } from "../sentences/sentence.ts";
import { render } from "../sentences/sentence.ts";
import type { ErrorCode, ErrorRow } from "./table.ts";
import { errors } from "./table.ts";

/** The values a code's sentence and fix ask for. */
export type ErrorParameters<Code extends ErrorCode> = Parameters<(typeof errors)[Code]["sentence"]> &
  Parameters<(typeof errors)[Code]["fix"]>;

type Circumstances = {
  /** The other side's own words, kept beside the explanation and never shown as it. */
  readonly evidence?: string;
  /** For `told` retries: not before this. */
  readonly retryAt?: Instant;
  readonly cause?: unknown;
};

/** The one error class: a row of the error table with its values. Made by `failure`. */
export class Failure extends Error {
  override readonly name = "Failure";
  readonly code: ErrorCode;
  readonly parameters: Readonly<Record<string, string | number>>;
  readonly evidence: string | undefined;
  readonly retryAt: Instant | undefined;

  constructor(code: ErrorCode, parameters: Readonly<Record<string, string | number>>, circumstances: Circumstances) {
    super(render(errors[code].sentence, parameters), { cause: circumstances.cause });
    this.code = code;
    this.parameters = parameters;
    this.evidence = circumstances.evidence;
    this.retryAt = circumstances.retryAt;
  }

  get row(): ErrorRow {
    return errors[this.code];
  }

  /** What to do about it, with the values put in. */
  get fix(): string {
    return render(this.row.fix, this.parameters);
  }
}

export const failure = <Code extends ErrorCode>(
  code: Code,
  parameters: ErrorParameters<Code>,
  circumstances: Circumstances = {},
): Failure => new Failure(code, parameters, circumstances);

export const isFailure = (thrown: unknown, code?: ErrorCode): thrown is Failure =>
  thrown instanceof Failure && (code === undefined || thrown.code === code);

/** What went wrong, in a few words, of anything that was thrown; for the `because` of a failure. */
export const reasonOf = (thrown: unknown): string => (thrown instanceof Error ? thrown.message : String(thrown));
