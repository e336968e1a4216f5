import type { Counter } from "../counter.ts";
import { refuse } from "../refusal.ts";
import { readChoice, readOrder, readReason, readReference, readReissue } from "./read-request.ts";
import { wireBalance, wireChanges, wireDelivery, wireOrder, wireProduct, wireWindow } from "./to-wire.ts";

/** One request as the routes see it. */
export type Call = {
  readonly counter: Counter;
  /** A part of the path, or of the query. */
  readonly value: (name: string) => string;
  readonly idempotencyKey: string | undefined;
  readonly body: unknown;
  /** Set when the authority shall err and deliver a certificate with somebody else's key. */
  readonly wrongCertificate: boolean;
};

export type Reply = { readonly status: number; readonly body?: unknown };

export type Route = {
  readonly method: "get" | "post" | "put";
  readonly path: string;
  readonly serve: (call: Call) => Reply | Promise<Reply>;
};

const AGREEMENT = {
  version: "2026-01",
  text: "The subscriber keeps the key to itself, installs the certificate only where its names lead, and asks for revocation when either fails.",
};

const ok = (body: unknown): Reply => ({ status: 200, body });

const wholeNumber = (text: string): number => {
  if (!/^\d{1,15}$/.test(text)) throw refuse("field-invalid", `"${text}" is not a whole number`);
  return Number(text);
};

const found = ({ counter, value }: Call): Reply => {
  const view = counter.find(value("partner_reference"));
  return ok({ orders: view ? [wireOrder(view)] : [] });
};

const delivered = async ({ counter, value, wrongCertificate }: Call): Promise<Reply> => {
  const ref = value("ref");
  const number = wholeNumber(value("issue"));
  return ok(wireDelivery(wrongCertificate ? await counter.collectWrong(ref, number) : counter.collect(ref, number)));
};

/** The whole partner interface. */
export const ROUTES: readonly Route[] = [
  {
    method: "get",
    path: "/v1/products",
    serve: ({ counter }) => ok({ products: counter.products().map(wireProduct) }),
  },
  { method: "get", path: "/v1/balance", serve: ({ counter }) => ok(wireBalance(counter.balance())) },
  { method: "get", path: "/v1/agreement", serve: () => ok(AGREEMENT) },
  {
    method: "get",
    path: "/v1/approvers",
    serve: ({ counter, value }) => ok({ mailboxes: counter.mailboxes(value("domain")) }),
  },
  {
    method: "get",
    path: "/v1/changes",
    serve({ counter, value }) {
      const since = wholeNumber(value("since") || "0");
      return ok(wireChanges(counter.changesAfter(since), since));
    },
  },
  {
    method: "post",
    path: "/v1/orders",
    serve: async ({ counter, body, idempotencyKey }) => ({
      status: 201,
      body: wireOrder(await counter.place(readOrder(body, readReference(idempotencyKey)))),
    }),
  },
  { method: "get", path: "/v1/orders", serve: found },
  { method: "get", path: "/v1/orders/:ref", serve: ({ counter, value }) => ok(wireOrder(counter.look(value("ref")))) },
  {
    method: "put",
    path: "/v1/orders/:ref/validations/:name",
    serve: async ({ counter, value, body }) =>
      ok(wireOrder(await counter.chooseMethod(value("ref"), value("name"), readChoice(body)))),
  },
  {
    method: "post",
    path: "/v1/orders/:ref/validations/:name/resend",
    async serve({ counter, value }) {
      await counter.resend(value("ref"), value("name"));
      return { status: 204 };
    },
  },
  {
    method: "post",
    path: "/v1/orders/:ref/check",
    serve: async ({ counter, value }) => ok(wireOrder(await counter.check(value("ref")))),
  },
  { method: "get", path: "/v1/orders/:ref/certificates/:issue", serve: delivered },
  {
    method: "post",
    path: "/v1/orders/:ref/reissues",
    serve: async ({ counter, value, body, idempotencyKey }) => ({
      status: 201,
      body: wireOrder(await counter.reissue(value("ref"), readReissue(body, readReference(idempotencyKey)))),
    }),
  },
  {
    method: "post",
    path: "/v1/orders/:ref/revocation",
    serve: async ({ counter, value, body }) => ok(wireOrder(await counter.revoke(value("ref"), readReason(body)))),
  },
  {
    method: "post",
    path: "/v1/orders/:ref/cancellation",
    serve: async ({ counter, value }) => ok(wireOrder(await counter.cancel(value("ref")))),
  },
  {
    method: "get",
    path: "/v1/orders/:ref/renewal-window",
    serve: ({ counter, value }) => ok(wireWindow(counter.renewalWindow(value("ref")))),
  },
];
