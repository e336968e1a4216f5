import type { Order } from "@hostseal/core";
import { DAY } from "@hostseal/rules";
import { good, note } from "../../views/events/line.ts";
import { toWaitLines } from "../../views/wait-lines.ts";
import { plainPaint } from "../../views/paint.ts";
import { toDay } from "../../views/times.ts";
import { passTime } from "../pass-time.ts";
import { draftStory, placeStory } from "../place-story.ts";
import type { Stage } from "../stage.ts";
import { SERVER_STORY } from "./server-story.ts";
import { plainStories } from "./stories.ts";
import type { Story } from "./story.ts";
import { BLOCKED_STORY, TROUBLED_STORIES } from "./troubled-stories.ts";

/** How long before its end the first licence is renewed. */
const RENEW_BEFORE = 20 * DAY;

const tellEnd = ({ narrator }: Stage, { certificate, licence }: Order): void => {
  if (certificate === undefined || licence === undefined) return;
  narrator.says(good(`This certificate until ${toDay(certificate.notAfter)}; the licence until ${toDay(licence.end)}`));
};

const live = async (stage: Stage, story: Story): Promise<Order> => {
  stage.narrator.chapter(story.title, story.intro);
  const { order } = await placeStory(stage, story);
  tellEnd(stage, order);
  return order;
};

const letMonthsPass = async (stage: Stage, first: Order, setBrief: (isBrief: boolean) => void): Promise<void> => {
  const until = (first.licence?.end ?? stage.demo.clock.now()) - RENEW_BEFORE;
  stage.narrator.chapter(
    "The months go by",
    `The clock runs to ${toDay(until)}. Every certificate is reissued in time, free, with a fresh key; the licences go on.`,
  );
  setBrief(true);
  await passTime(stage, { until });
  setBrief(false);
};

const renew = async (stage: Stage, before: Order, story: Story): Promise<void> => {
  stage.narrator.chapter(
    "A renewal",
    `The licence of ${before.names.join(", ")} ends on ${toDay(before.licence?.end ?? 0)}. A new order continues it; the site changes over when the new certificate is proven.`,
  );
  const { order } = await placeStory(stage, story, before.id);
  tellEnd(stage, order);
  const old = await stage.world.store.get(before.id, { kind: "everything" });
  if (old !== undefined) stage.narrator.journal(old.order);
};

const stop = async (stage: Stage): Promise<void> => {
  stage.narrator.chapter(BLOCKED_STORY.title, BLOCKED_STORY.intro);
  const { decision } = await draftStory(stage, BLOCKED_STORY);
  if (decision.kind === "wait") stage.narrator.shows(toWaitLines(decision, plainPaint).map((line) => `    ${line}`));
};

/** The order that goes over SSH, where this machine has the programs for it. */
const visitServer = async (stage: Stage): Promise<void> => {
  const { server } = stage.demo;
  if (server?.kind === "there") await live(stage, SERVER_STORY);
  if (server?.kind === "left-out")
    stage.narrator.says(note(`The part about a server over SSH is left out: ${server.because}`));
};

/** The whole tour: every order in its own way, months of reissues, a renewal, and one that is stopped before it costs. */
export const runTour = async (stage: Stage, setBrief: (isBrief: boolean) => void): Promise<void> => {
  const [opening, ...others] = plainStories(stage.demo.clock.now());
  if (opening === undefined) return;
  const first = await live(stage, opening);
  for (const story of [...others, ...TROUBLED_STORIES]) await live(stage, story);
  await letMonthsPass(stage, first, setBrief);
  await renew(stage, first, opening);
  await visitServer(stage);
  await stop(stage);
};
