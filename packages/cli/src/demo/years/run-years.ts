import { namesToLookAt, prove, wholeJournal } from "@hostseal/core";
import type { Order, OrderId } from "@hostseal/core";
import { DAY, HOUR } from "@hostseal/rules";
import { toDay } from "../../views/times.ts";
import { passTime } from "../pass-time.ts";
import { placeStory } from "../place-story.ts";
import type { Stage } from "../stage.ts";
import { provenCertificates } from "../telling/certificates.ts";
import type { Check } from "../telling/summary.ts";
import { DEMO_CONTACT } from "../world/write-home.ts";
import { checkYears } from "./checks.ts";
import type { SiteLook } from "./evidence.ts";
import { licenceStory } from "./licence-story.ts";

const EVERYTHING = { kind: "everything" } as const;

const current = async ({ world }: Stage, id: OrderId): Promise<Order> => {
  const stored = await world.store.get(id, EVERYTHING);
  if (stored === undefined) throw new TypeError(`order ${id} of the demo is gone`);
  return stored.order;
};

const lookAtSites = async (stage: Stage, id: OrderId): Promise<SiteLook | undefined> => {
  const { certificate, state } = await current(stage, id);
  if (certificate === undefined || state.kind !== "active") return undefined;
  const names = namesToLookAt(certificate.names);
  const proof = await prove({ names, sha256: certificate.sha256 }, stage.world.probe);
  const complaint = proof.kind === "proven" ? undefined : `${proof.name}: ${proof.because}`;
  return { at: stage.demo.clock.now(), notAfter: certificate.notAfter, complaint };
};

const judge = async (stage: Stage, id: OrderId, looks: readonly SiteLook[]): Promise<readonly Check[]> => {
  const { world, demo, narrator } = stage;
  const order = await current(stage, id);
  const journal = await wholeJournal(world.store, order, EVERYTHING);
  narrator.catchUp(id, journal);
  const { licence } = order;
  if (licence === undefined) return [{ holds: false, sentence: "no licence ever began" }];
  return checkYears({
    order,
    licence,
    journal,
    looks,
    certificates: await provenCertificates(world.store, order),
    letters: demo.hosting.mailbox.inbox(DEMO_CONTACT),
    ledger: demo.authority.controls.entries(),
  });
};

/** Follows one licence from its order past its end, and judges what has been. */
export const runYears = async (
  stage: Stage,
  { years, setBrief }: { readonly years: number; readonly setBrief: (isBrief: boolean) => void },
): Promise<readonly Check[]> => {
  const story = licenceStory(years);
  stage.narrator.chapter(story.title, story.intro);
  const { order } = await placeStory(stage, story);
  const end = order.licence?.end ?? stage.demo.clock.now() + years * 365 * DAY;
  stage.narrator.chapter("The years go by", `The clock runs past ${toDay(end)}, from one thing to do to the next.`);
  setBrief(true);
  const looks: SiteLook[] = [];
  const atStop = async (): Promise<void> => {
    const look = await lookAtSites(stage, order.id);
    if (look !== undefined) looks.push(look);
  };
  await passTime(stage, { until: end + HOUR, atStop });
  setBrief(false);
  return judge(stage, order.id, looks);
};
