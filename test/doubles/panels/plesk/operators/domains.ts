import { childrenNamed, type Element, at } from "../packet/element.ts";
import { ok, refused, type Reply, tag, value } from "../packet/reply.ts";
import { filter, many, maybe, one, sequence } from "../packet/shape.ts";
import type { PleskSite } from "../estate.ts";
import { type Caller, maySee, type Premises } from "../premises.ts";
import { denied, type Operation, type Run } from "./operation.ts";

const ADDRESS = "127.0.0.1";

const property = (name: string, text: string | boolean): Reply =>
  tag("property", value("name", name), value("value", text));

const hostingOf = (site: PleskSite, { certificates }: Premises): Reply => {
  const bound = certificates.boundTo(site);
  return tag(
    "hosting",
    tag(
      "vrt_hst",
      property("ssl", bound !== undefined),
      property("www_root", site.home),
      property("certificate_name", bound?.name ?? ""),
      value("ip_address", ADDRESS),
    ),
  );
};

const generalOf = ({ name, displayName, subscription, isPrimary }: PleskSite): Reply =>
  tag(
    "gen_info",
    value("cr_date", "2022-12-31"),
    value("name", displayName),
    value("ascii-name", name),
    value("status", "0"),
    value("real_size", "0"),
    value("dns_ip_address", ADDRESS),
    value("htype", "vrt_hst"),
    ...(isPrimary ? [] : [value("webspace-id", subscription.id)]),
    value("description", ""),
  );

const dataOf = (site: PleskSite, dataset: Element, premises: Premises): Reply => {
  const wants = (name: string): boolean => at(dataset, name) !== undefined;
  const prefs = tag("prefs", value("www", site.hasWww), value("stat_ttl", "3"));
  return tag(
    "data",
    generalOf(site),
    ...(wants("hosting") ? [hostingOf(site, premises)] : []),
    ...(wants("prefs") ? [prefs] : []),
  );
};

type Rule = { readonly name: string; readonly text: string };

const matches = ({ name, text }: Rule, site: PleskSite): boolean => {
  switch (name) {
    case "id":
      return String(site.id) === text;
    case "name":
      return site.name === text || site.displayName === text;
    case "owner-login":
      return site.subscription.owner === text;
    case "parent-id":
      return String(site.subscription.id) === text && !site.isPrimary;
    default:
      return false;
  }
};

/** One object that a rule names by itself, and that is not there, is an error; a group that is empty is not. */
const NAMING = new Set(["id", "name"]);

const missing = ({ text }: Rule): Reply => refused(1013, "Object not found.", value("filter-id", text));

const find = (rule: Rule, sites: readonly PleskSite[], toReply: (site: PleskSite) => Reply): readonly Reply[] => {
  const found = sites.filter((site) => matches(rule, site));
  return found.length === 0 && NAMING.has(rule.name) ? [missing(rule)] : found.map(toReply);
};

const get =
  (isListed: (site: PleskSite) => boolean): Run =>
  (request, premises, caller) => {
    const rules = at(request, "filter")?.children ?? [];
    if (caller.role === "client" && rules.some(({ name }) => name.startsWith("owner"))) return [denied()];
    const dataset = at(request, "dataset") ?? request;
    const seen = premises.estate.sites.filter((site) => maySee(caller, site));
    const toReply = (site: PleskSite): Reply =>
      ok(value("filter-id", site.id), value("id", site.id), dataOf(site, dataset, premises));
    const replies =
      rules.length === 0 ? seen.filter(isListed).map(toReply) : rules.flatMap((rule) => find(rule, seen, toReply));
    return replies.length === 0 ? [ok()] : replies;
  };

const propertiesOf = (request: Element): ReadonlyMap<string, string> => {
  const hosting = at(request, "values", "hosting", "vrt_hst");
  const pairs = hosting ? childrenNamed(hosting, "property") : [];
  return new Map(pairs.map((pair) => [at(pair, "name")?.text ?? "", at(pair, "value")?.text ?? ""]));
};

const assign = (site: PleskSite, name: string, premises: Premises): Reply | undefined => {
  const { certificates, habits } = premises;
  if (name === "")
    return certificates.unbind(site) ? undefined : refused(1023, "Unable to change the hosting settings.");
  const stored = site.repository.get(name);
  if (!stored) return refused(1013, `The certificate "${name}" does not exist.`);
  if (habits.refusesBinding !== undefined) return refused(1023, habits.refusesBinding);
  certificates.bind(site, stored);
  return undefined;
};

const setOne = (rule: Rule, request: Element, premises: Premises, caller: Caller): Reply => {
  const site = premises.estate.sites.find((one) => maySee(caller, one) && matches(rule, one));
  if (!site) return missing(rule);
  if (caller.role !== "admin" && caller.lacks.includes("manage_phosting")) return denied();
  premises.certificates.boundTo(site);
  const certificate = propertiesOf(request).get("certificate_name");
  const flaw = certificate === undefined ? undefined : assign(site, certificate, premises);
  return flaw ?? ok(value("filter-id", rule.text), value("id", site.id));
};

const set: Run = (request, premises, caller) =>
  (at(request, "filter")?.children ?? []).map((rule) => setOne(rule, request, premises, caller));

const dataset = sequence(maybe("gen_info"), maybe("hosting"), maybe("prefs"));
const hosting = sequence(one("vrt_hst", sequence(many("property", sequence(one("name"), one("value"))))));
const values = sequence(maybe("hosting", hosting));

const getShape = (...rules: readonly string[]) => sequence(one("filter", filter(...rules)), one("dataset", dataset));
const setShape = (...rules: readonly string[]) => sequence(one("filter", filter(...rules)), one("values", values));

const onlyPrimary =
  (run: Run): Run =>
  (request, premises, caller) => {
    const estate = { ...premises.estate, sites: premises.estate.sites.filter(({ isPrimary }) => isPrimary) };
    return run(request, { ...premises, estate }, caller);
  };

/** `webspace` tells the first domain of each subscription, `site` all the others; by name, each knows its own. */
export const domainOperations: Readonly<Record<string, Operation>> = {
  "webspace/get": {
    shape: getShape("id", "name", "owner-id", "owner-login"),
    run: onlyPrimary(get(({ isPrimary }) => isPrimary)),
  },
  "site/get": { shape: getShape("id", "name", "parent-id"), run: get(({ isPrimary }) => !isPrimary) },
  "site/set": { shape: setShape("id", "name", "parent-id"), run: set },
};
