import type { Scope } from "@hostseal/core";
import type { Response } from "express";
import { showPage } from "../pages/show-page.ts";
import type { Page } from "../pages/page.ts";
import type { Renderer } from "../pages/render-page.ts";
import type { Pilot } from "../pilot/pilot.ts";
import type { ServerSettings } from "../server-settings.ts";
import type { ServerWorld } from "../server-world.ts";
import { scopeOf, sessionOf } from "../sessions/require-session.ts";
import type { Viewer } from "../sessions/session.ts";
import type { Vocabulary } from "../words/vocabulary.ts";
import { vocabularyFor } from "../words/vocabulary-for.ts";
import type { SiteBook } from "./sites/site-book.ts";

/** What every page of the customer's journey is made with. */
export type Journey = {
  readonly world: ServerWorld;
  readonly settings: ServerSettings;
  readonly pilot: Pilot;
  readonly sites: SiteBook;
  readonly renderer: Renderer;
};

/** Who looks at a page of the journey, and in which words. */
export type Visit = { readonly viewer: Viewer; readonly scope: Scope; readonly words: Vocabulary };

export const visitOf = (response: Response, { settings }: Journey): Visit => {
  const { viewer } = sessionOf(response);
  return { viewer, scope: scopeOf(response, settings), words: vocabularyFor(response.req, viewer.locale) };
};

/** Shows a page to the one who is signed on. */
export const show = (response: Response, journey: Journey, page: Page): void => {
  const session = sessionOf(response);
  const { theme } = session.viewer;
  const frame = { settings: journey.settings, words: visitOf(response, journey).words, theme, session };
  showPage(response, journey.renderer, { page, frame });
};
