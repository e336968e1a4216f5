import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, isAbsolute, join } from "node:path";

/** Servers lie here, where the search path of an ordinary person does not lead. */
const ALSO = ["/usr/sbin", "/sbin"];

const isExecutable = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** Where a program lies, or nothing when it is not installed. A server's module is named by its whole path. */
export const findProgram = (program: string): string | undefined => {
  if (isAbsolute(program)) return existsSync(program) ? program : undefined;
  return [...(process.env["PATH"] ?? "").split(delimiter), ...ALSO]
    .map((folder) => join(folder, program))
    .find(isExecutable);
};
