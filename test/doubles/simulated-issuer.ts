import { can, cannot } from "@hostseal/core";
import type { Artefact, Issuer, IssuerOrder } from "@hostseal/core";
import type { Moods } from "./moods.ts";
import { callWith, issuerFailure } from "./moods.ts";
import { artefactOf, isKnownToPeople, namesOf } from "./simulated-account.ts";
import type { DeskSettings } from "./simulated-desk.ts";
import { TITLE, createDesk } from "./simulated-desk.ts";

export type SimulatedIssuer = Issuer & {
  /** What really is there, behind the port. */
  readonly books: {
    orders(): number;
    charges(): number;
    /** How many certificates were made, over all orders. */
    certificates(): number;
    /** What is asked of people now, over all orders. */
    wanted(): readonly Artefact[];
    /** The issuer's own decision about its only order. */
    rule(status: IssuerOrder["status"]): void;
  };
};

/** An issuer in memory that behaves, or misbehaves, as its moods say; with an answer lost only after the deed. */
export const createSimulatedIssuer = (settings: DeskSettings & { readonly moods: Moods }): SimulatedIssuer => {
  const { clock, product, habits, moods } = settings;
  const call = callWith(moods, issuerFailure);
  const desk = createDesk(settings);
  const { accounts } = desk;
  const { advice } = habits;
  return {
    manifest: {
      id: "simulated",
      title: TITLE,
      methods: ["dns-txt", "dns-cname", "file", "email"],
      capabilities: {
        wildcard: can,
        multiDomain: can,
        organisation: can,
        catalogue: can,
        purse: can,
        revoker: can,
        canceller: can,
        approvers: cannot("nobody reads its mail"),
        finder: can,
        adviser: advice === undefined ? cannot("it gives no advice") : can,
      },
    },
    place: (request) => call(() => desk.place(request)),
    look: (ref) => call(() => desk.look(ref)),
    setValidation: (...change) => call(() => desk.setValidation(...change)),
    check: (ref) => call(() => desk.check(ref)),
    collect: (ref, generation) => call(() => desk.collect(ref, generation)),
    reissue: (ref, request) => call(() => desk.reissue(ref, request)),
    catalogue: { products: () => call(() => [product]) },
    purse: { balance: () => call(habits.balance) },
    revoker: { revoke: (ref) => call(() => desk.revoke(ref)) },
    canceller: { cancel: (ref) => call(() => desk.cancel(ref)) },
    finder: { find: (key) => call(() => desk.find(key)) },
    ...(advice !== undefined && { adviser: { window: () => call(advice) } }),
    books: {
      orders: () => accounts.length,
      charges: () => accounts.filter(({ status }) => status.kind !== "cancelled").length,
      certificates: () => accounts.flatMap(({ generations }) => generations).filter(({ leaf }) => leaf).length,
      wanted: () =>
        accounts
          .filter((account) => isKnownToPeople(account, clock.now()))
          .flatMap((account) => namesOf(account).map((name) => artefactOf(account, name))),
      rule: (status) => {
        const [only] = accounts;
        if (only !== undefined) desk.rule(only, status);
      },
    },
  };
};
