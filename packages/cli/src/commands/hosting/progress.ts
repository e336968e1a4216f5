import type { CommandContext } from "../../command-line/command-row.ts";
import { good, toMarkedLine } from "../../views/events/line.ts";

/** The steps of a host that say something to a person; the others are small. */
const STEPS: Readonly<Record<string, string>> = {
  recorded: "What will change, and how it is undone, is written down on the host",
  staged: "The new files are there, beside the old ones",
  moved: "They stand in their place",
  tested: "The server's own test of the whole configuration passes",
  reloaded: "It has reloaded; looking at it from outside",
};

/** Tells what is done while it is done, unless a program reads the output. */
export const createProgress = ({ terminal, paint, isJson }: CommandContext) => {
  const tell = (text: string): void => {
    if (!isJson) terminal.print(`  ${toMarkedLine(good(text), paint)}`);
  };
  const onStep = (step: string): void => {
    const text = STEPS[step];
    if (text !== undefined) tell(text);
  };
  return { tell, onStep };
};
