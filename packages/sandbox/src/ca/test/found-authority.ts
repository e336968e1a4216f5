import type { MethodChoice, Probe } from "@hostseal/core";
import type { CertificateFacts } from "@hostseal/pki";
import { Secret, makeCsr, makeKey, readCertificate } from "@hostseal/pki";
import type { DomainName } from "@hostseal/rules";
import { fromIso } from "@hostseal/rules";
import type { OrderRequest } from "../acts/requests.ts";
import type { Authority, AuthoritySettings } from "../authority.ts";
import { createAuthority } from "../authority.ts";
import type { Counter, OrderView } from "../counter.ts";
import type { Verdict } from "../orders/order.ts";
import { currentGeneration } from "../orders/order.ts";
import type { HandClock } from "./hand-clock.ts";
import { createHandClock } from "./hand-clock.ts";
import { createSeededRandom } from "./seeded-random.ts";
import type { SmallWeb } from "./small-web.ts";
import { createSmallWeb } from "./small-web.ts";

export const CREDENTIAL = "partner-credential-for-tests";
export const TODAY = fromIso("2026-11-21T10:00:00Z");

export type Founded = {
  readonly authority: Authority;
  readonly counter: Counter;
  readonly clock: HandClock;
  readonly web: SmallWeb;
};

const nobodyAsks = (): never => {
  throw new Error("an authority does not look this way");
};

export type FoundingWish = Partial<AuthoritySettings> & { readonly today?: number };

/** An authority on a small web of its own, with a partner who has 1000 EUR and another who has nothing to do with it. */
export const foundAuthority = async ({ today = TODAY, ...settings }: FoundingWish = {}): Promise<Founded> => {
  const clock = createHandClock(today);
  const web = createSmallWeb();
  const probe: Probe = { ...web.probe, dnsEverywhere: nobodyAsks, tls: nobodyAsks };
  const authority = await createAuthority({
    clock,
    random: createSeededRandom(),
    probe,
    partners: [
      { id: "partner", credential: new Secret(CREDENTIAL), balance: 100_000 },
      { id: "stranger", credential: new Secret("another-credential"), balance: 100_000 },
    ],
    ...settings,
  });
  return { authority, counter: authority.signIn(CREDENTIAL), clock, web };
};

export const csrFor = async (...names: readonly string[]): Promise<string> =>
  makeCsr({ key: await makeKey("ec-p256"), names: names as DomainName[] });

export type Wish = Partial<Omit<OrderRequest, "names">> & {
  readonly names: readonly string[];
  readonly by?: MethodChoice;
};

/** A whole request with a fresh key; every name is proven `by` the same method. */
export const requestFor = async ({ names, by = { method: "dns-txt" }, ...rest }: Wish): Promise<OrderRequest> => ({
  reference: `request for ${names.join(" and ")}`,
  product: names.length > 1 ? "sandbox-dv-multi" : "sandbox-dv",
  years: 1,
  names,
  choices: names.map((name) => ({ name, choice: by })),
  contactEmails: ["owner@example.com"],
  agreedAt: TODAY,
  csr: rest.csr ?? (await csrFor(...names)),
  ...rest,
});

/** Publishes every proof the order asks for. */
export const publishAll = ({ web }: Founded, { order }: OrderView): void => {
  for (const { artefact } of currentGeneration(order).cases) web.publish(artefact);
};

/** Places an order, publishes its proofs and has them looked at. */
export const issueFor = async (founded: Founded, wish: Wish): Promise<OrderView> => {
  const placed = await founded.counter.place(await requestFor(wish));
  publishAll(founded, placed);
  return founded.counter.check(placed.order.ref);
};

export const verdictsOf = ({ order }: OrderView): readonly Verdict[] =>
  currentGeneration(order).cases.map(({ verdict }) => verdict);

export const factsOf = (pem: string): CertificateFacts => {
  const read = readCertificate(pem);
  if (read.kind === "malformed") throw new Error(read.because);
  return read.certificate;
};

/** The first certificate of the order, read. */
export const leafOf = ({ counter }: Founded, { order }: OrderView, generation = 1): CertificateFacts =>
  factsOf(counter.collect(order.ref, generation).certificate.pem);
