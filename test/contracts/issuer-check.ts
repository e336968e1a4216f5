import { equal, ok, rejects } from "node:assert/strict";
import type {
  ErrorCode,
  IdempotencyKey,
  Issuer,
  IssuerManifest,
  IssuerOrder,
  IssuerRef,
  IssuerValidation,
  MethodChoice,
  Organisation,
  PlaceRequest,
} from "@hostseal/core";
import { asId, isFailure } from "@hostseal/core";
import { makeCsr, makeKey } from "@hostseal/pki";
import type { DomainName, Instant, Method } from "@hostseal/rules";
import { baseDomain } from "@hostseal/rules";

/** A driver in front of a fresh vendor, and what the suite must be able to do on the vendor's side. */
export type IssuerSubject = {
  readonly issuer: Issuer;
  /** The same driver in front of another address, with so many milliseconds of patience. */
  readonly issuerAt: (url: string, patience: number) => Issuer;
  /** What the driver authenticates with. It may turn up nowhere. */
  readonly credential: string;
  readonly now: () => Instant;
  /** PEM of the roots its certificates lead to. */
  readonly roots: readonly string[];
  /** The code of a product for one name, for many, for wildcards, and with an organisation. */
  readonly products: {
    readonly single: string;
    readonly multiDomain: string;
    readonly wildcard: string;
    readonly organisation: string;
  };
  /** A second pair of eyes: what the vendor's own books say, past the driver. */
  readonly books: {
    readonly orders: () => number;
    /** All that was charged less all that was given back, in cents. */
    readonly charged: () => number;
    readonly mails: () => number;
  };
  /** Shows control as the artefact wants it: publishes it, or answers the mail. */
  readonly prove: (ref: IssuerRef, validation: IssuerValidation) => Promise<void>;
  readonly passOrganisation: (ref: IssuerRef) => Promise<void>;
  readonly passTime: (milliseconds: number) => void;
  /** The vendor does what the next request asks, and its answer never arrives. */
  readonly loseNextAnswer: () => void;
  /** Takes the prepaid balance away. */
  readonly emptyPurse: () => void;
};

/** One promise of the Issuer port. `run` rejects with an `AssertionError` when it is not kept. */
export type IssuerCheck = {
  /** Completes the sentence "The issuer …". */
  readonly name: string;
  /** Only for issuers that can; for the others the manifest check proves that the facet is absent. */
  readonly needs?: keyof IssuerManifest["capabilities"];
  readonly run: (subject: IssuerSubject) => Promise<void>;
};

export const SHOP = "shop.example.com" as DomainName;
export const BLOG = "blog.example.net" as DomainName;
export const NEWS = "news.example.org" as DomainName;
export const WILDCARD = "*.example.com" as DomainName;

export const ORGANISATION: Organisation = {
  name: "Example Ltd",
  street: "1 High Street",
  city: "York",
  region: "North Yorkshire",
  postcode: "YO1 7HH",
  country: "GB",
  phone: "+441904000000",
};

export const keyOf = (text: string): IdempotencyKey => asId<IdempotencyKey>(text);

export const choiceOf = (method: Method, name: DomainName): MethodChoice =>
  method === "email" ? { method, address: `admin@${baseDomain(name)}` } : { method };

export type Wish = {
  readonly names?: readonly DomainName[];
  readonly method?: Method;
  readonly key?: string;
  readonly product?: string;
  readonly years?: number;
};

const productFor = ({ products }: IssuerSubject, names: readonly DomainName[]): string => {
  if (names.some((name) => name.startsWith("*."))) return products.wildcard;
  return names.length > 1 ? products.multiDomain : products.single;
};

/** A whole request with a fresh key, and that key's fingerprint. */
export const requestFor = async (
  subject: IssuerSubject,
  wish: Wish = {},
): Promise<PlaceRequest & { readonly publicKeySha256: string }> => {
  const { names = [SHOP], key = "order-1", years = 1 } = wish;
  const method = wish.method ?? subject.issuer.manifest.methods[0];
  if (method === undefined) throw new TypeError("an issuer needs a method");
  const pair = await makeKey("ec-p256");
  return {
    key: keyOf(key),
    product: wish.product ?? productFor(subject, names),
    years,
    csr: await makeCsr({ key: pair, names }),
    names,
    methods: names.map((name) => ({ name, choice: choiceOf(method, name) })),
    contactEmails: ["owner@example.com"],
    agreedAt: subject.now(),
    publicKeySha256: pair.publicKeySha256,
  };
};

/** Shows control of every name that is still open and has the issuer look. */
export const proveAll = async (subject: IssuerSubject, { ref, validations }: IssuerOrder): Promise<IssuerOrder> => {
  for (const validation of validations) {
    if (validation.subject.kind === "name" && validation.status.kind !== "valid") await subject.prove(ref, validation);
  }
  return subject.issuer.check(ref);
};

/** An order that has its first certificate. */
export const issuedOrder = async (subject: IssuerSubject, wish: Wish = {}): Promise<IssuerOrder> =>
  proveAll(subject, await subject.issuer.place(await requestFor(subject, wish)));

export const failsWith = async (code: ErrorCode, attempt: Promise<unknown>): Promise<void> =>
  rejects(attempt, (error) => isFailure(error, code));

export const hasStatus = ({ status }: IssuerOrder, kind: IssuerOrder["status"]["kind"]): void =>
  equal(status.kind, kind, `the order is ${status.kind}`);

/** The vendor's books hold so many orders and have taken what `orders` say. */
export const booksAgree = ({ books }: IssuerSubject, orders: readonly IssuerOrder[]): void => {
  const refs = new Set(orders.map(({ ref }) => ref));
  const charges = [...refs].map((ref) => orders.findLast((order) => order.ref === ref)?.charged.amount ?? 0);
  equal(books.orders(), refs.size, "the vendor has another number of orders");
  const total = charges.reduce((sum, amount) => sum + amount, 0);
  equal(books.charged(), total, "the vendor has charged something else");
};

export const validationOf = ({ validations }: IssuerOrder, wanted: DomainName): IssuerValidation => {
  const found = validations.find(({ subject }) => subject.kind === "name" && subject.name === wanted);
  ok(found, `there is no validation of ${wanted}`);
  return found;
};

/** The facet, for checks that need it. */
export const facet = <Facet>(part: Facet | undefined): Facet => {
  ok(part !== undefined, "the manifest says it can, and the facet is absent");
  return part;
};
