import { Secret } from "@hostseal/pki";
import { at, type Element, textAt } from "../packet/element.ts";
import { ok, refused, type Reply, tag, value } from "../packet/reply.ts";
import { filter, maybe, one, sequence } from "../packet/shape.ts";
import type { Subscription } from "../estate.ts";
import { type Caller, mayActFor, type Premises } from "../premises.ts";
import { type Operation, permitted, type Run } from "./operation.ts";

const LONGEST_NAME = 255;

const subscriptionNamed = ({ estate }: Premises, caller: Caller, name: string): Subscription | undefined =>
  estate.subscriptions.find((subscription) => subscription.name === name && mayActFor(caller, subscription.owner));

const noDomain = (): Reply => refused(1015, "Domain does not exist.");

const install: Run = (request, premises, caller) => {
  const subscription = subscriptionNamed(premises, caller, textAt(request, "webspace"));
  if (!subscription) return [noDomain()];
  const [name, content] = [textAt(request, "name"), at(request, "content") ?? request];
  if (name === "" || name.length > LONGEST_NAME) return [refused(1019, "Invalid certificate name.")];
  if (subscription.repository.has(name)) return [refused(1007, `The certificate "${name}" already exists.`)];
  const flaw = premises.certificates.store(subscription, {
    name,
    certificate: textAt(content, "cert"),
    chain: textAt(content, "ca"),
    key: new Secret(textAt(content, "pvt")),
  });
  return [flaw === undefined ? ok() : refused(1023, flaw)];
};

const removeNamed = (request: Element, name: string, premises: Premises, caller: Caller): Reply => {
  const subscription = subscriptionNamed(premises, caller, textAt(request, "webspace"));
  if (!subscription) return noDomain();
  if (!subscription.repository.has(name)) return refused(1013, "Certificate does not exist.", value("name", name));
  if (premises.certificates.isInUse(subscription, name)) return refused(1023, "The certificate is in use.");
  subscription.repository.delete(name);
  return ok(value("name", name));
};

const remove: Run = (request, premises, caller) =>
  (at(request, "filter")?.children ?? []).map(({ text }) => removeNamed(request, text, premises, caller));

const pool: Run = (request, premises, caller) => {
  const subscription = subscriptionNamed(premises, caller, textAt(request, "filter", "domain-name"));
  if (!subscription) return [noDomain()];
  const names = [...subscription.repository.keys()];
  return [ok(tag("certificates", ...names.map((name) => tag("certificate", value("name", name)))))];
};

const content = sequence(one("csr"), one("pvt"), maybe("cert"), maybe("ca"));

/** Repositories belong to subscriptions and are called by the name of the first domain. */
export const certificateOperations: Readonly<Record<string, Operation>> = {
  "certificate/install": {
    shape: sequence(one("name"), one("webspace"), one("content", content)),
    run: permitted("manage_phosting", install),
  },
  "certificate/remove": {
    shape: sequence(one("filter", filter("name")), one("webspace")),
    run: permitted("manage_phosting", remove),
  },
  "certificate/get-pool": { shape: sequence(one("filter", filter("domain-name"))), run: pool },
};
