/** What the command's exit code tells a script. */
export const EXIT = {
  /** Done, and nothing is left for anybody to do. */
  done: 0,
  /** The world, the configuration or the order itself did not allow it. */
  failed: 1,
  /** What was typed cannot be used: a name, a date, a file, an option. Nothing was changed. */
  usage: 2,
  /** The order goes on when somebody has acted; who and what was printed. */
  waiting: 3,
  /** Something stands in the way of issue and was found before any money was spent. */
  blocked: 4,
  /** What is served is not what should be. */
  unproven: 5,
  /** A mistake of ours. */
  defect: 70,
  /** Ended by Ctrl-C or a signal. */
  interrupted: 130,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
