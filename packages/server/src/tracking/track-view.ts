import type { Challenge } from "./challenge.ts";
import type { SearchForm } from "./search-form.ts";

/** The page on which people look for their order without a panel. */
export type TrackView = {
  readonly challenge: Challenge;
  /** What the fields hold. */
  readonly form: Pick<SearchForm, "wanted" | "email">;
  /** Whether what was sent has to be sent again: its challenge was not solved, or is too old. */
  readonly isUnsolved: boolean;
};
