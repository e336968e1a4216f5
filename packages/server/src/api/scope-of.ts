import { asId, type CustomerId, type PartnerId, type Scope } from "@hostseal/core";
import type { ApiKey } from "../partner/partner-record.ts";
import type { ApiCaller } from "./api.ts";
import { apiRefusal } from "./problems.ts";

/** What exists for a key: the partner's, or only what is of one customer. */
export const scopeOfKey = ({ customer }: Pick<ApiKey, "customer">, partner: PartnerId): Scope =>
  customer === undefined
    ? { kind: "partner", partner }
    : { kind: "customer", partner, customer: asId<CustomerId>(customer) };

/** The customer that a request is about. Fails with `request.out-of-scope` for another than the key's own. */
export const customerIn = ({ key }: ApiCaller, customer: string): CustomerId => {
  if (key.customer !== undefined && key.customer !== customer) throw apiRefusal("request.out-of-scope");
  return asId<CustomerId>(customer);
};

/** The scope of a request: the caller's, or one customer inside it. */
export const narrowed = (caller: ApiCaller, customer: string | undefined): Scope => {
  const { scope } = caller;
  if (customer === undefined || scope.kind === "everything") return scope;
  return { kind: "customer", partner: scope.partner, customer: customerIn(caller, customer) };
};
