import express, { type Express } from "express";
import { createAccessDesk } from "../access/access-desk.ts";
import { createApiRoutes } from "../api/api-routes.ts";
import { createConsoleRoutes } from "../console/console-routes.ts";
import type { Journey } from "../journey/journey.ts";
import { createOrderPages } from "../journey/order/order-pages.ts";
import { createPanelEntrance } from "../journey/order/panel-entrance.ts";
import { createOrderingRoutes } from "../journey/ordering/ordering-routes.ts";
import { createSiteBook } from "../journey/sites/site-book.ts";
import { createSitesRoutes } from "../journey/sites/sites-routes.ts";
import { createLanguageRoutes } from "../language/language-routes.ts";
import { createAssetRoutes, readAssets } from "../pages/assets.ts";
import { createRenderer } from "../pages/render-page.ts";
import { createBrandBook } from "../partner/brand-book.ts";
import { createBrandRoutes, keepBrandFresh } from "../partner/brand-routes.ts";
import { createPartnerBook } from "../partner/partner-book.ts";
import type { Pilot } from "../pilot/pilot.ts";
import type { ServerSettings } from "../server-settings.ts";
import type { ServerWorld } from "../server-world.ts";
import { requireOwnForm, requireSession, sessionOf } from "../sessions/require-session.ts";
import { createSessionBook } from "../sessions/session-book.ts";
import { createSessionCookie } from "../sessions/session-cookie.ts";
import { createSessionRoutes } from "../sessions/session-routes.ts";
import { createAssertionMemory } from "../sign-on/assertion-memory.ts";
import { createIntegrationLinkRoutes } from "../sign-on/integration-link-routes.ts";
import { createLinkTickets } from "../sign-on/link-tickets.ts";
import { createFollowAccount } from "../sign-on/follow-account.ts";
import { createSharedRoutes } from "../sharing/shared-routes.ts";
import { createSignOnRoutes } from "../sign-on/sign-on-routes.ts";
import { createTrackingRoutes } from "../tracking/tracking-routes.ts";
import { createDispatcher } from "../webhooks/dispatcher.ts";
import { createHookDesk } from "../webhooks/hook-desk.ts";
import { createSend } from "../webhooks/send.ts";
import { tellPrograms } from "../webhooks/tell-programs.ts";
import { createAnswerFailure } from "./answer-failure.ts";
import { createHealthRoutes } from "./health-routes.ts";
import { refusal } from "./refusal.ts";
import { createMetrics } from "./metrics.ts";
import { createRequestLog } from "./request-log.ts";
import { createSecurityHeaders } from "./security-headers.ts";

export type AppParts = {
  readonly world: ServerWorld;
  readonly settings: ServerSettings;
  readonly pilot: Pilot;
};

const LARGEST_FORM = "128kb";

/** The web app: every route, and what stands before and behind all of them. */
export const createApp = ({ world, settings: started, pilot }: AppParts): Express => {
  const assets = readAssets();
  const renderer = createRenderer(assets);
  const affairs = createPartnerBook({ ...world, partner: started.partner });
  const brands = createBrandBook({ ...world, partner: started.partner, book: affairs, fallback: started.brand });
  const settings: ServerSettings = {
    ...started,
    get brand() {
      return brands.current();
    },
    get markups() {
      return brands.markups();
    },
  };
  const [book, cookie] = [createSessionBook(world), createSessionCookie(settings.origin)];
  const journey: Journey = { world, settings, pilot, renderer, sites: createSiteBook(world) };
  const memory = createAssertionMemory(world.clock);
  const access = createAccessDesk({ ...world, book: affairs });

  const send = createSend({ allowsPrivate: settings.allowsPrivateWebhooks === true });
  const dispatcher = createDispatcher({ world, partner: settings.partner, book: affairs, send });
  tellPrograms(pilot, dispatcher, world.log);
  const follow = createFollowAccount({ world, settings, pilot });
  const app = express().disable("x-powered-by").set("trust proxy", "loopback");
  const metrics = createMetrics(world);
  app.use(createRequestLog(world), metrics.observe, createHealthRoutes(world), metrics.routes);
  app.use(createSecurityHeaders({ settings, book, cookie }), createAssetRoutes(assets));
  app.use(
    "/api/v1",
    keepBrandFresh(brands),
    createApiRoutes({ ...journey, access, hooks: createHookDesk({ ...world, book: affairs }) }),
  );
  app.use("/brand", createBrandRoutes(brands));
  app.use(keepBrandFresh(brands), express.urlencoded({ extended: false, limit: LARGEST_FORM }));
  app.use(createLanguageRoutes(settings));
  app.use("/panel", createSignOnRoutes({ ...world, settings, memory, book, cookie, follow }));
  app.use(
    "/panel",
    createIntegrationLinkRoutes({ ...world, settings, tickets: createLinkTickets(world), book, cookie }),
  );
  app.use("/track", createTrackingRoutes(journey)).use("/shared", createSharedRoutes(journey));
  app.use("/console", createConsoleRoutes({ journey, book: affairs, access, brands }));
  app.use(
    requireSession(book, cookie),
    requireOwnForm((response) => sessionOf(response).csrf),
  );
  app.use(createSessionRoutes({ book, cookie }));
  app.use(createSitesRoutes(journey), createOrderingRoutes(journey));
  app.use(createOrderPages(journey, createPanelEntrance(journey)));
  app.use(() => {
    throw refusal(404, "not-found");
  });
  app.use(createAnswerFailure({ settings, world, renderer }));
  return app;
};
