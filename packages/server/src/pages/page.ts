import type { ServerSettings } from "../server-settings.ts";
import type { Session } from "../sessions/session.ts";
import type { Theme } from "../themes.ts";
import type { Vocabulary } from "../words/vocabulary.ts";

/** What surrounds every page. */
export type Frame = {
  readonly settings: Pick<ServerSettings, "brand">;
  readonly words: Vocabulary;
  readonly theme: Theme;
  readonly session: Session | undefined;
};

/** One page: which template shows which model. */
export type Page = {
  readonly template: string;
  readonly title: string;
  readonly model: object;
  /** While true, the page comes again by itself where there is no script. */
  readonly isLive?: boolean;
};
