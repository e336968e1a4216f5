import { cannot, failure, isFailure } from "@hostseal/core";
import type { Issuer, IssuerOrder } from "@hostseal/core";
import { SHOP } from "./issuer-check.ts";
import type { IssuerLiar } from "./issuer-liar.ts";
import { aboutFailures, aboutOrders, aboutValidations } from "./issuer-liar.ts";

const remembersFirst = (honest: Issuer): Partial<Issuer> => {
  const placed: IssuerOrder[] = [];
  return {
    place: async (request) => {
      const order = await honest.place(request);
      placed.push(order);
      return order;
    },
    look: async (ref) => honest.look(placed[0]?.ref ?? ref),
  };
};

/** Liars about orders and what is to be proven. */
export const orderingLiars: readonly IssuerLiar[] = [
  {
    title: "begins the licence with the order",
    foundBy: "takes an order, waits for proof of every name, and says what it has charged",
    spoil: aboutOrders((order) => ({ licence: { start: 0, end: 1 }, ...order })),
  },
  {
    title: "does not say what it charges",
    foundBy: "takes an order, waits for proof of every name, and says what it has charged",
    spoil: aboutOrders((order) => ({ ...order, charged: { amount: 1, currency: "EUR" } })),
  },
  {
    title: "shows the first name only",
    foundBy: "takes an order for several names and asks for a proof of each",
    spoil: aboutOrders((order) => ({ ...order, validations: order.validations.slice(0, 1) })),
  },
  {
    title: "orders wildcards as plain names",
    foundBy: "takes an order with a wildcard",
    spoil: (honest) => ({
      place: async (request) => honest.place({ ...request, names: [SHOP] }),
    }),
  },
  {
    title: "has the vendor look whenever it is looked at",
    foundBy: "says the same on every look, and nothing is ordered or charged by looking",
    spoil: (honest) => ({ look: async (ref) => honest.check(ref) }),
  },
  {
    title: "shows one order for another",
    foundBy: "keeps orders apart",
    spoil: remembersFirst,
  },
  {
    title: "turns every proof into a TXT record",
    foundBy: "gives an artefact of the kind that was chosen, for every method of its manifest",
    spoil: aboutValidations((one) => ({ ...one, artefact: { kind: "dns-txt", host: "_x.example.com", value: "x" } })),
  },
  {
    title: "takes a method it does not have for a TXT record",
    foundBy: "refuses a method that its manifest does not name, before anything is ordered",
    spoil: (honest) => ({ place: async (request) => honest.place({ ...request, methods: [] }) }),
  },
  {
    title: "takes a wildcard that it says it cannot take",
    foundBy: "refuses what its manifest says it cannot take, before anything is ordered",
    spoil: ({ manifest }) => ({
      manifest: { ...manifest, capabilities: { ...manifest.capabilities, wildcard: cannot("no wildcards here") } },
    }),
  },
  {
    title: "calls a refusal a disturbance",
    foundBy: "refuses what is wrong with a request, says what, and charges nothing",
    spoil: aboutFailures(() => failure("issuer.unreachable", { issuer: "liar", because: "something went wrong" })),
  },
  {
    title: "chooses a method for all names at once",
    foundBy: "gives the artefact of another method when that is chosen, and leaves other names alone",
    spoil: (honest) => ({
      setValidation: async (ref, name, choice) => {
        const { validations } = await honest.look(ref);
        for (const { subject } of validations) {
          if (subject.kind === "name" && subject.name !== name) await honest.setValidation(ref, subject.name, choice);
        }
        return honest.setValidation(ref, name, choice);
      },
    }),
  },
  {
    title: "answers a choice with what was before it",
    foundBy: "gives the artefact of another method when that is chosen, and leaves other names alone",
    spoil: (honest) => ({
      setValidation: async (ref, ...choice) => {
        const before = await honest.look(ref);
        await honest.setValidation(ref, ...choice);
        return before;
      },
    }),
  },
  {
    title: "has the vendor look at every choice",
    foundBy: "changes nothing when what is chosen is chosen again",
    spoil: (honest) => ({
      setValidation: async (ref, ...choice) => {
        await honest.setValidation(ref, ...choice);
        return honest.check(ref);
      },
    }),
  },
  {
    title: "makes up an order that does not exist",
    foundBy: "does not know an order that was never placed",
    spoil: (honest) => ({
      look: async (ref) =>
        honest.look(ref).catch((error: unknown) => {
          if (!isFailure(error, "issuer.order-unknown")) throw error;
          return {
            ref,
            status: { kind: "cancelled" },
            rawStatus: "",
            generation: 1,
            validations: [],
            charged: { amount: 0, currency: "EUR" },
          };
        }),
    }),
  },
];
