import type { Failure } from "@hostseal/core";
import { failure, isFailure, reasonOf } from "@hostseal/core";

const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: "no space is left on it",
  EDQUOT: "the quota is used up",
  EIO: "it reported an input/output error",
  EROFS: "it is mounted read-only",
  EACCES: "permission was denied",
  EMFILE: "too many files are open",
};

/** Whether an error came from the operating system, with this code if one is given. */
export const isErrno = (error: unknown, code?: string): error is NodeJS.ErrnoException =>
  error instanceof Error && "code" in error && (code === undefined ? "errno" in error : error.code === code);

const explain = (error: unknown): string => {
  if (!isErrno(error)) return reasonOf(error);
  return REASONS[error.code ?? ""] ?? `the system said ${error.code ?? error.message}`;
};

/** `store.full` for a write that the disk under `folder` did not take. */
export const toWriteFailure = (error: unknown, folder: string): Failure =>
  isFailure(error) ? error : failure("store.full", { folder, because: explain(error) }, { cause: error });

/** `store.corrupt` for a document that could not be read at all. */
export const toReadFailure = (error: unknown, document: string): Failure =>
  isFailure(error) ? error : failure("store.corrupt", { document, because: explain(error) }, { cause: error });
