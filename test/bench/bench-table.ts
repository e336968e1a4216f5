/** What one benchmark found; printed as it is, never judged. */
export type BenchTable = {
  readonly title: string;
  /** What was hoped for, in words. */
  readonly aim: string;
  readonly rows: readonly Record<string, string | number>[];
};
