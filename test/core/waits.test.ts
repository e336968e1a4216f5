import type { CaaLookup, Settled, waits } from "@hostseal/core";
import { settle, watchSites, wordsOf } from "@hostseal/core";
import { DAY } from "@hostseal/rules";
import { beforeAll, describe, expect, test } from "vitest";
import { first } from "../doubles/cycle.ts";
import { alwaysWell } from "../doubles/moods.ts";
import { createSimulatedAuthority } from "../doubles/simulated-authority.ts";
import type { SimulatedAuthority } from "../doubles/simulated-authority.ts";
import { simulatedOrganisationProduct } from "../doubles/simulated-product.ts";
import type { Simulation, SimulationSettings } from "../doubles/simulation.ts";
import { createSimulation } from "../doubles/simulation.ts";
import { ORGANISATION, SHOP, START, WWW, ask, confirmed, liveUntil, settled } from "./story.ts";

type Situation = {
  /** What is different from a world in which all is well. */
  readonly settings?: () => Partial<SimulationSettings>;
  readonly reach: (simulation: Simulation) => Promise<Settled>;
  readonly actor: string;
  readonly sentence: string;
  readonly todo: string;
};

const never = () => false;

const forbidding: CaaLookup = {
  kind: "found",
  at: "example.com",
  records: [{ flags: 0, tag: "issue", value: "other-ca.example" }],
  dnssec: "insecure",
};

const draft = async (simulation: Simulation): Promise<Settled> => settle(simulation.world, await simulation.create());

const situations: { readonly [Reason in keyof typeof waits]: Situation } = {
  "draft.blocked": {
    settings: () => ({
      caa: () => forbidding,
    }),
    reach: draft,
    actor: "customer",
    sentence: 'CAA at example.com allows only other issuers: 0 issue "other-ca.example".',
    todo: 'Add the record `example.com CAA 0 issue "sectigo.com"`. Nothing has been charged.',
  },
  "draft.agreement": {
    reach: draft,
    actor: "customer",
    sentence: "The subscriber agreement has not been accepted yet.",
    todo: "Read it and accept it.",
  },
  "draft.confirm": {
    reach: async (simulation) => {
      const { order } = await draft(simulation);
      await ask(simulation, order.id, { kind: "accept-agreement" });
      return settle(simulation.world, order.id);
    },
    actor: "customer",
    sentence:
      "Everything is ready: shop.example.com, www.shop.example.com for 1 year(s) at 15.00 EUR. After issue there is no refund.",
    todo: "Confirm the order.",
  },
  "preflight.blocked": {
    settings: () => ({ caa: first<CaaLookup>(2, { kind: "none", dnssec: "insecure" }, forbidding) }),
    reach: async (simulation) => {
      const { order } = await settled(simulation);
      simulation.clock.set(START + 1);
      await ask(simulation, order.id, { kind: "reissue", names: [SHOP] });
      return settle(simulation.world, order.id);
    },
    actor: "customer",
    sentence: 'The reissue would be refused: CAA at example.com allows only other issuers: 0 issue "other-ca.example".',
    todo: 'Add the record `example.com CAA 0 issue "sectigo.com"`. The present certificate stays in place.',
  },
  "balance.low": {
    settings: () => ({ habits: { balance: () => ({ amount: 1499, currency: "EUR" }) } }),
    reach: settled,
    actor: "partner",
    sentence: "The prepaid balance of 14.99 EUR does not cover the price of 15.00 EUR.",
    todo: "Top up the balance; the order then goes on by itself.",
  },
  "proof.record": {
    settings: () => ({ hosts: [{ hasZone: false }], personActs: never }),
    reach: settled,
    actor: "customer",
    sentence:
      "shop.example.com is to be validated by DNS, and its zone is hosted elsewhere. Found now: no such record.",
    todo: "Create this record at the DNS provider: _proof.shop.example.com TXT proof-sim-1-1",
  },
  "proof.file": {
    settings: () => ({ hosts: [{ hasZone: false }], personActs: never }),
    reach: async (simulation) => {
      const { order } = await draft(simulation);
      await ask(simulation, order.id, { kind: "choose-method", name: SHOP, choice: { method: "file" } });
      await settle(simulation.world, order.id);
      await ask(simulation, order.id, { kind: "accept-agreement" });
      await ask(simulation, order.id, { kind: "confirm", price: order.price });
      return settle(simulation.world, order.id);
    },
    actor: "customer",
    sentence:
      "shop.example.com is to be validated by a file, and the site is hosted elsewhere. Found now: HTTP status 404.",
    todo: "Put a file with this content under http://shop.example.com/.well-known/pki-validation/proof-sim-1-1.txt: proof-sim-1-1",
  },
  "proof.mail": {
    settings: () => ({ personActs: never }),
    reach: async (simulation) => {
      const id = await confirmed(simulation);
      const choice = { method: "email", address: "admin@example.com" } as const;
      await ask(simulation, id, { kind: "choose-method", name: SHOP, choice });
      return settle(simulation.world, id);
    },
    actor: "customer",
    sentence: "A message with an approval link was sent to admin@example.com for shop.example.com.",
    todo: "Open the message and follow the link, or choose another method.",
  },
  "proof.spreading": {
    settings: () => ({ spreads: never }),
    reach: settled,
    actor: "hostseal",
    sentence:
      "The proof for shop.example.com is published and not visible from outside yet. Found now: no such record.",
    todo: "Nothing: name servers usually follow within minutes.",
  },
  "proof.refused": {
    settings: () => ({ habits: { objects: () => "perspectives-disagree" } }),
    reach: settled,
    actor: "customer",
    sentence:
      "The issuer looked for the proof of shop.example.com and did not accept it: perspectives-disagree. It saw: something else.",
    todo: "Compare what it saw with what is published; the issuer is asked again by itself.",
  },
  "issuer.preparing": {
    settings: () => ({ habits: { tellsArtefacts: never } }),
    reach: settled,
    actor: "issuer",
    sentence: "The issuer has not said yet what it wants to see for shop.example.com.",
    todo: "Nothing: we ask again by ourselves.",
  },
  "issuer.checking": {
    settings: () => ({ habits: { examines: never } }),
    reach: settled,
    actor: "issuer",
    sentence: "The proofs are visible; the issuer has been asked to look at them.",
    todo: "Nothing: this usually takes a few minutes.",
  },
  "issuer.organisation": {
    settings: () => ({
      product: simulatedOrganisationProduct,
      organisation: ORGANISATION,
      habits: { organisationIsChecked: never },
    }),
    reach: settled,
    actor: "customer",
    sentence: "The issuer checks the organisation: phone-callback.",
    todo: "Answer the issuer when it calls or writes; this can take some days.",
  },
  "issuer.issuing": {
    settings: () => ({ habits: { issuesAtOnce: never } }),
    reach: settled,
    actor: "issuer",
    sentence: "Everything is validated; the issuer makes the certificate.",
    todo: "Nothing: this usually takes minutes.",
  },
  "install.by-hand": {
    settings: () => ({ installs: false }),
    reach: settled,
    actor: "customer",
    sentence:
      "The certificate is issued and not seen at shop.example.com yet: 127.0.0.1:443 does not complete a TLS handshake (refused).",
    todo: "Install it: `hostseal archive ord_1 --out FILE` gives certificate, chain and key, once.",
  },
  "step.failed": {
    settings: () => ({ moods: () => "unauthorised", hosts: [{ moods: alwaysWell }] }),
    reach: settled,
    actor: "partner",
    sentence: "Simulated CA does not accept the credentials.",
    todo: "Put a valid API credential into the configuration.",
  },
  "account.suspended": {
    reach: async (simulation) => {
      const { order } = await settled(simulation);
      await ask(simulation, order.id, { kind: "hold", because: "account-suspended" });
      return settle(simulation.world, order.id);
    },
    actor: "partner",
    sentence: "The hosting account is suspended, and the order stands still. The present certificate stays in place.",
    todo: "Lift the suspension in the panel; the order goes on by itself.",
  },
  "account.removed": {
    reach: async (simulation) => {
      const { order } = await settled(simulation);
      await ask(simulation, order.id, { kind: "hold", because: "account-removed" });
      return settle(simulation.world, order.id);
    },
    actor: "partner",
    sentence: "The hosting account of this order was removed; nothing is reissued there any more.",
    todo: "Cancel or revoke the order, or leave it: it ends with its licence.",
  },
  "licence.running": {
    reach: settled,
    actor: "hostseal",
    sentence: "The certificate is served until 2027-06-07. Licence until 2027-11-21.",
    todo: "Nothing: reissued by itself on 2027-04-01.",
  },
  "site.not-served": {
    settings: () => ({ hosts: [{ serves: first(2, true, false) }] }),
    reach: async (simulation) => {
      const { order } = await settled(simulation);
      await watchSites(simulation.world, order.id);
      return settle(simulation.world, order.id);
    },
    actor: "operator",
    sentence:
      "shop.example.com was seen on 2026-11-21T00:00:00Z without its certificate: 127.0.0.1:443 does not complete a TLS handshake (refused).",
    todo: "Find out what changed on the server; `hostseal reissue ord_1` installs it again.",
  },
  "licence.taken-over": {
    reach: async (simulation) => {
      const { order } = await settled(simulation);
      await settled(simulation, { renews: order.id });
      return settle(simulation.world, order.id);
    },
    actor: "hostseal",
    sentence: "Order ord_2 continues this licence, which ends on 2027-11-21.",
    todo: "Nothing.",
  },
  "licence.ending": {
    reach: async (simulation) => liveUntil(simulation, await confirmed(simulation), START + 350 * DAY),
    actor: "customer",
    sentence: "The licence ends on 2027-11-21, and with it the last certificate.",
    todo: "Renew it: `hostseal order --renews ord_1` continues without a gap.",
  },
};

describe("an order that waits says why, and who must do what", () => {
  let authority: SimulatedAuthority;
  beforeAll(async () => {
    authority = await createSimulatedAuthority(START);
  });

  test.each(Object.entries(situations))("%s", async (reason, { settings, reach, actor, sentence, todo }) => {
    const simulation = createSimulation({ start: START, authority, names: [SHOP, WWW], ...settings?.() });
    const { decision } = await reach(simulation);
    if (decision.kind !== "wait") throw new TypeError(`it rests instead of waiting: ${reason}`);
    expect({ reason: decision.reason, actor: decision.actor, ...wordsOf(decision) }).toEqual({
      reason,
      actor,
      sentence,
      todo,
    });
    expect(decision.until).toBeGreaterThan(simulation.clock.now());
  });
});
