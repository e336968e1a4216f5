import { everyOrder } from "@hostseal/core";
import type { Order, Scope } from "@hostseal/core";
import type { Request, Response } from "express";
import type { AccessDesk } from "../access/access-desk.ts";
import { type Deed, may } from "../access/roles.ts";
import { addressOf } from "../app/address-of.ts";
import { refusal } from "../app/refusal.ts";
import type { Journey } from "../journey/journey.ts";
import type { Frame, Page } from "../pages/page.ts";
import { showPage } from "../pages/show-page.ts";
import type { BrandBook } from "../partner/brand-book.ts";
import type { Asker, PartnerBook } from "../partner/partner-book.ts";
import { vocabularyFor } from "../words/vocabulary-for.ts";
import { placesOf } from "./places.ts";
import { staffOf, tokenOf } from "./session/require-staff.ts";

/** What every page of the partner's console is made with. */
export type Console = {
  readonly journey: Journey;
  readonly book: PartnerBook;
  readonly access: AccessDesk;
  readonly brands: BrandBook;
};

export type Exchange = { readonly request: Request; readonly response: Response };

/** Everything of the partner, and nothing of any other. */
export const partnerScope = ({ journey }: Console): Scope => ({ kind: "partner", partner: journey.settings.partner });

export const ordersOf = (desk: Console): Promise<readonly Order[]> =>
  Array.fromAsync(everyOrder(desk.journey.world.store, { scope: partnerScope(desk) }));

/** Who does something, and from where, for the record. */
export const askerOf = ({ request, response }: Exchange): Asker => ({
  who: staffOf(response).email,
  from: addressOf(request),
});

/** Only behind `requireStaff`. Fails with a refusal for whoever may not. */
export const requireDeed = ({ response }: Exchange, deed: Deed): void => {
  if (!may(staffOf(response).role, deed)) throw refusal(403, "not-found");
};

export const frameOf = ({ journey }: Console, { request, response }: Exchange): Frame => {
  const words = vocabularyFor(request);
  return {
    settings: journey.settings,
    words,
    theme: "plain",
    session: undefined,
    csrf: tokenOf(response),
    leave: "/console/leave",
    console: { staff: staffOf(response), places: placesOf(staffOf(response).role, request.originalUrl, words) },
  };
};

/** Shows a page to somebody who has signed in. */
export const show = (desk: Console, exchange: Exchange, page: Page): void =>
  showPage(exchange.response, desk.journey.renderer, { page, frame: frameOf(desk, exchange) });
