/** How a stage ended. */
export type Verdict = {
  readonly passed: number;
  readonly failed: number;
  /** A few words behind the line of the stage. */
  readonly remark?: string;
  /** What a person needs to see of it: why it failed, or what was left out. */
  readonly details?: string;
};

/** One part of a run, with a line of its own. */
export type Stage = { readonly title: string; run(): Promise<Verdict> };

export type Tally = { readonly passed: number; readonly failed: number };
