export { describeRootProgram } from "./describe-root-program.ts";
export { authorisedKeyLine, PROGRAM_PATH, sudoersLine } from "./permission.ts";
export {
  installedProgram,
  type InstallProgramWish,
  programText,
  programVersion,
  type ProgramWish,
} from "./program-text.ts";
