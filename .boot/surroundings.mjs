import { accessSync, constants } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the bootstrap. */
export const here = dirname(fileURLToPath(import.meta.url));

/** The folder of the checkout. */
export const root = dirname(here);

/** One line for a person. Stdout belongs to the program that is started. */
export const say = (line) => process.stderr.write(`hostseal: ${line}\n`);

export const stop = (line) => {
  say(line);
  process.exit(1);
};

/** Stops with a sentence when this checkout cannot be written. */
export const assertWritable = () => {
  try {
    for (const folder of [root, here]) accessSync(folder, constants.W_OK);
  } catch (error) {
    stop(
      `packages have to be installed below ${root}, and that cannot be written (${error.code}). ` +
        "Start it once as somebody who may write there, or copy the checkout.",
    );
  }
};
