import type { Journey } from "../journey/journey.ts";
import type { LetterWriter } from "../mail/letter.ts";
import type { Vocabulary } from "../words/vocabulary.ts";
import type { AccessLinks } from "./access-links.ts";
import { toAccessMail } from "./access-mail.ts";
import { findOrders } from "./find-orders.ts";
import type { SearchForm } from "./search-form.ts";
import type { TrackingLimits } from "./tracking-limits.ts";

export type AccessParts = {
  readonly links: AccessLinks;
  readonly limits: TrackingLimits;
  readonly write: LetterWriter;
  readonly words: Vocabulary;
};

const MOST_ORDERS = 10;
const ID_BYTES = 12;

/** Looks for the orders of a contact and mails a link for each. Nobody waits for it: the answer was given before. */
export const sendAccess = async (
  { world, settings }: Journey,
  { links, limits, write, words }: AccessParts,
  search: SearchForm,
): Promise<void> => {
  const scope = { kind: "partner", partner: settings.partner } as const;
  const matches = (await findOrders(world.store, search, scope)).slice(0, MOST_ORDERS);
  if (matches.length === 0 || !(await limits.mayWrite(search.email))) return;
  const accesses = matches.map((match) => {
    const { id: order, customer } = match.order;
    const token = links.issue({ order, customer, contact: match.contact });
    return { ...match, url: `${settings.origin}/track/access?token=${token}` };
  });
  const id = Buffer.from(world.random.bytes(ID_BYTES)).toString("base64url");
  await world.mailer.send(toAccessMail(accesses, { write, words, id }));
  world.log.emit({
    level: "note",
    event: "tracking.access-sent",
    details: { orders: matches.map(({ order }) => order.id).join(" ") },
  });
};
