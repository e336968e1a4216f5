export { describeRootProgram } from "./describe-root-program.ts";
export { authorisedKeyLine, PROGRAM_PATH, sudoersLine } from "./permission.ts";
export { installedProgram, programText, programVersion, type ProgramWish } from "./program-text.ts";
