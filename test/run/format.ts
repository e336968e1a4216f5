// Writes every file in the one format.
import { runProgram } from "./run-program.ts";

const { code } = await runProgram("oxfmt", ["."], { shown: true });
process.exitCode = code ?? 1;
