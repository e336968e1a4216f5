import type {
  Clock,
  Issuer,
  IssuerId,
  IssuerOrder,
  IssuerRef,
  MethodChoice,
  PlaceRequest,
  ReissueRequest,
} from "@hostseal/core";
import { failure } from "@hostseal/core";
import type { Secret } from "@hostseal/pki";
import type { Brand, DomainName } from "@hostseal/rules";
import { toIso } from "@hostseal/rules";
import type { Http } from "@hostseal/http";
import type { Ask, Client } from "./client.ts";
import { createClient } from "./client.ts";
import { manifest } from "./manifest.ts";
import { fromChoice, fromOrganisation, toCollected, toIssuerOrder, toMoney, toProduct } from "./translate.ts";
import { wireBalance, wireDelivery, wireMailboxes, wireOrder, wireOrders, wireProducts, wireWindow } from "./wire.ts";

export type SandboxSettings = {
  readonly id: IssuerId;
  /** Where the interface is, without `/v1` and final slash. */
  readonly url: string;
  readonly credential: Secret;
  /** Whose practice the rules shall assume for its certificates. */
  readonly brand?: Brand;
};

const MONTHS_A_YEAR = 12;
const segment = encodeURIComponent;
const orderPath = (ref: IssuerRef, rest = ""): string => `/v1/orders/${segment(ref)}${rest}`;

const fromName = (id: string, name: DomainName, choice: MethodChoice | undefined) => {
  if (!choice) return { fqdn: name };
  const dcv = fromChoice(choice);
  if (dcv) return { fqdn: name, dcv };
  throw failure("capability.unsupported", { who: id, because: `it does not validate by ${choice.method}` });
};

const fromRequest = (id: string, { csr, names, methods, agreedAt }: ReissueRequest) => ({
  csr,
  domains: names.map((name) => fromName(id, name, methods.find((wish) => wish.name === name)?.choice)),
  agreement_accepted_at: toIso(agreedAt),
});

const fromPlace = (id: string, request: PlaceRequest) => ({
  ...fromRequest(id, request),
  product_code: request.product,
  term_months: String(request.years * MONTHS_A_YEAR),
  contacts: request.contactEmails.map((email) => ({ email })),
  ...(request.organisation && { organisation: fromOrganisation(request.organisation) }),
});

const askOrder = (client: Client, ask: Ask): Promise<IssuerOrder> => client.ask(ask, wireOrder, toIssuerOrder);

type Facets = Required<Omit<Issuer, "manifest" | "place" | "look" | "setValidation" | "check" | "collect" | "reissue">>;

const facets = (client: Client, product: { readonly issuer: IssuerId; readonly brand: Brand }): Facets => ({
  catalogue: {
    products: () =>
      client.ask({ method: "GET", path: "/v1/products" }, wireProducts, ({ products }) =>
        products.map((each) => toProduct(each, product)),
      ),
  },
  purse: {
    balance: () =>
      client.ask({ method: "GET", path: "/v1/balance" }, wireBalance, ({ available, currency }) =>
        toMoney({ amount: available, currency }),
      ),
  },
  revoker: {
    revoke: (ref, reason) =>
      askOrder(client, { method: "POST", path: orderPath(ref, "/revocation"), ref, body: { reason } }),
  },
  canceller: {
    cancel: (ref) => askOrder(client, { method: "POST", path: orderPath(ref, "/cancellation"), ref }),
  },
  approvers: {
    addresses: (name) =>
      client.ask(
        { method: "GET", path: `/v1/approvers?domain=${segment(name)}` },
        wireMailboxes,
        ({ mailboxes }) => mailboxes,
      ),
    resend: (ref, name) =>
      client.tell({ method: "POST", path: orderPath(ref, `/validations/${segment(name)}/resend`), ref }),
  },
  finder: {
    find: (key) =>
      client.ask({ method: "GET", path: `/v1/orders?partner_reference=${segment(key)}` }, wireOrders, ({ orders }) =>
        orders.map(toIssuerOrder).at(0),
      ),
  },
  adviser: {
    window: (ref) =>
      client.ask({ method: "GET", path: orderPath(ref, "/renewal-window"), ref }, wireWindow, ({ window }) =>
        window ? { start: window.opens, end: window.closes } : undefined,
      ),
  },
});

/** The driver for the sandbox authority's JSON interface: translates, sends once, and nothing else. */
export const createSandboxIssuer = (
  { id, url, credential, brand = "sandbox" }: SandboxSettings,
  { http, clock }: { readonly http: Http; readonly clock: Clock },
): Issuer => {
  const client = createClient({ issuer: id, url, credential, http, clock });

  return {
    manifest: { ...manifest, id },
    place: async (request) =>
      askOrder(client, {
        method: "POST",
        path: "/v1/orders",
        body: fromPlace(id, request),
        key: request.key,
        spends: true,
      }),
    look: (ref) => askOrder(client, { method: "GET", path: orderPath(ref), ref }),
    setValidation: async (ref, name, choice) =>
      askOrder(client, {
        method: "PUT",
        path: orderPath(ref, `/validations/${segment(name)}`),
        ref,
        body: fromName(id, name, choice).dcv,
      }),
    check: (ref) => askOrder(client, { method: "POST", path: orderPath(ref, "/check"), ref }),
    collect: (ref, generation) =>
      client.ask(
        { method: "GET", path: orderPath(ref, `/certificates/${generation}`), ref },
        wireDelivery,
        (delivery) => toCollected(delivery, generation),
      ),
    reissue: async (ref, request) =>
      askOrder(client, {
        method: "POST",
        path: orderPath(ref, "/reissues"),
        ref,
        body: fromRequest(id, request),
        key: request.key,
        spends: true,
      }),
    ...facets(client, { issuer: id, brand }),
  };
};
