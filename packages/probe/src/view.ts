import type { Probe } from "@hostseal/core";
import type { Line } from "./dns/ask-server.ts";
import { lookUpCaa } from "./dns/look-up-caa.ts";
import { createResolve, type Resolve } from "./dns/resolve.ts";
import type { Equipment } from "./equipment.ts";
import { fetchLikeACa } from "./http/fetch-like-a-ca.ts";
import { type AddressBook, createAddressBook } from "./net/address-book.ts";
import { sensibleQuestion, sensibleUrl } from "./sensible.ts";
import type { Vantage } from "./settings.ts";

/** What can be seen from one place, and the means to look further from there. */
export type View = {
  readonly probe: Pick<Probe, "dns" | "caa" | "http">;
  readonly resolve: Resolve;
  readonly addressesOf: AddressBook;
  readonly line: Line;
};

export const createView = ({ resolvers, sourceAddress }: Vantage, equipment: Equipment): View => {
  const { random, timeouts, pinned, questions, connections } = equipment;
  const line = { gate: questions, random, timeout: timeouts.question, sourceAddress };
  const resolve = createResolve(resolvers, line);
  const addressesOf = createAddressBook({ resolve, pinned, sourceAddress });
  const reach = { ...equipment, addressesOf, sourceAddress };
  return {
    resolve,
    addressesOf,
    line,
    probe: {
      dns: async (question) => resolve(sensibleQuestion(question)),
      caa: (name) => lookUpCaa(name, resolve),
      http: async ({ url }) => {
        const start = sensibleUrl(url);
        return connections(() => fetchLikeACa(start, reach));
      },
    },
  };
};
