/** One line for the person at the terminal, or for the log of a continuous integration. */
export const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};
