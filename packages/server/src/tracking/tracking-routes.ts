import { reasonOf } from "@hostseal/core";
import express, { type Request, type Response, type Router } from "express";
import { refusal } from "../app/refusal.ts";
import type { Journey } from "../journey/journey.ts";
import { createOrderPages } from "../journey/order/order-pages.ts";
import { createLetterWriter, type LetterWriter } from "../mail/letter.ts";
import type { Page } from "../pages/page.ts";
import { showPage } from "../pages/show-page.ts";
import { requireOwnForm } from "../sessions/require-session.ts";
import { createSessionBook } from "../sessions/session-book.ts";
import { createSessionCookie } from "../sessions/session-cookie.ts";
import type { WordKey } from "../words/translator.ts";
import { vocabularyFor } from "../words/vocabulary-for.ts";
import { type AccessLinks, createAccessLinks } from "./access-links.ts";
import { type ChallengeDesk, createChallengeDesk } from "./challenge.ts";
import { type SearchForm, searchForm } from "./search-form.ts";
import { sendAccess } from "./send-access.ts";
import type { TrackView } from "./track-view.ts";
import { createTrackingEntrance } from "./tracking-entrance.ts";
import { createTrackingLimits, type TrackingLimits } from "./tracking-limits.ts";
import { requireTracking, type TrackingDoor, trackingOf } from "./tracking-session.ts";
import type { Tracker } from "./tracker.ts";

type Office = {
  readonly journey: Journey;
  readonly desk: ChallengeDesk;
  readonly limits: TrackingLimits;
  readonly links: AccessLinks;
  readonly write: LetterWriter;
};

type Exchange = { readonly request: Request; readonly response: Response };

const show = (
  { settings, renderer }: Journey,
  { request, response }: Exchange,
  { title, ...page }: Omit<Page, "title"> & { readonly title: WordKey },
): void => {
  const words = vocabularyFor(request);
  const frame = { settings, words, theme: "plain", session: undefined } as const;
  response.set("x-robots-tag", "noindex");
  showPage(response, renderer, { page: { ...page, title: words.t(title) }, frame });
};

const showSearch = ({ journey, desk }: Office, exchange: Exchange, model: Omit<TrackView, "challenge">): void =>
  show(journey, exchange, { template: "track", title: "track.title", model: { ...model, challenge: desk.issue() } });

/** What is found is told by mail alone, and looked for when the answer is on its way: it tells nothing, nor its time. */
const lookFor = (office: Office, { request, response }: Exchange, search: SearchForm): void => {
  const { journey } = office;
  const words = vocabularyFor(request);
  response.once("close", () => {
    void sendAccess(journey, { ...office, words }, search).catch((thrown: unknown) =>
      journey.world.log.emit({
        level: "failure",
        event: "tracking.not-sent",
        details: { because: reasonOf(thrown) },
      }),
    );
  });
};

const search = async (office: Office, exchange: Exchange): Promise<void> => {
  const { request, response } = exchange;
  const form = searchForm.parse(request.body);
  const way = office.desk.judge({ token: form.challenge, work: form.work, answer: form.answer });
  if (!(await office.limits.maySearch(request.ip ?? "", way))) throw refusal(429, "too-many");
  if (way === undefined) {
    response.status(422);
    return showSearch(office, exchange, { form, isUnsolved: true });
  }
  lookFor(office, exchange, form);
  response.redirect(303, "/track/sent");
};

const tokenIn = (source: unknown): string => {
  const { token } = (source ?? {}) as { readonly token?: unknown };
  return typeof token === "string" ? token : "";
};

/** A link only opens a page with a button: mail scanners follow links, and must not use one up. */
const showAccess = ({ journey, links }: Office, exchange: Exchange): void => {
  const token = tokenIn(exchange.request.query);
  if (!links.isGood(token)) throw refusal(410, "link-over");
  show(journey, exchange, { template: "access", title: "access.title", model: { token } });
};

const enter = ({ journey, links }: Office, { book, cookie }: TrackingDoor, { request, response }: Exchange): void => {
  const tracker = links.use(tokenIn(request.body));
  if (!tracker) throw refusal(410, "link-over");
  book.end(cookie.read(request) ?? "");
  cookie.write(response, book.open(tracker));
  journey.world.log.emit({
    level: "note",
    event: "tracking.entered",
    details: { order: tracker.order, address: request.ip ?? "" },
  });
  response.redirect(303, `/track/orders/${tracker.order}`);
};

const leave = ({ book, cookie }: TrackingDoor, { request, response }: Exchange): void => {
  book.end(cookie.read(request) ?? "");
  cookie.clear(response);
  response.redirect(303, "/track");
};

/** `/track`: from a domain or an order number, with an e-mail on the order, to the order's page; no panel is needed. */
export const createTrackingRoutes = (journey: Journey): Router => {
  const { world, settings } = journey;
  const [desk, links] = [createChallengeDesk(world), createAccessLinks(world)];
  const office = { journey, desk, links, limits: createTrackingLimits(), write: createLetterWriter(settings) };
  const cookie = createSessionCookie(settings.origin, { name: "hostseal-order", isFramed: false });
  const door: TrackingDoor = { book: createSessionBook<Tracker>(world), cookie };
  const ownForm = requireOwnForm((response) => trackingOf(response).csrf);

  return express
    .Router()
    .get("/", (request, response) => {
      const { order: wanted } = request.query;
      const form = { wanted: typeof wanted === "string" ? wanted : "", email: "" };
      showSearch(office, { request, response }, { form, isUnsolved: false });
    })
    .post("/", async (request, response) => search(office, { request, response }))
    .get("/sent", (request, response) =>
      show(journey, { request, response }, { template: "track-sent", title: "track.sent-title", model: {} }),
    )
    .get("/access", (request, response) => showAccess(office, { request, response }))
    .post("/access", (request, response) => enter(office, door, { request, response }))
    .use(requireTracking(door), ownForm)
    .post("/leave", (request, response) => leave(door, { request, response }))
    .use(createOrderPages(journey, createTrackingEntrance(journey)));
};
