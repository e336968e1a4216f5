import { asId, type Site } from "@hostseal/core";
import { toNames } from "@hostseal/panel";
import type { z } from "zod";
import type { Agent } from "./api/agent.ts";
import { empties, leaf, type Markup, node } from "./api/markup.ts";
import { alias, domain } from "./wire.ts";

type Domain = z.output<typeof domain>;
type Alias = z.output<typeof alias>;

const get = (operator: string, filter: readonly Markup[]): Markup =>
  node(operator, node("get", node("filter", ...filter), node("dataset", ...empties("gen_info", "hosting", "prefs"))));

/** A filter that finds nothing comes back as one verdict without content. */
const isFound = (content: unknown): boolean => typeof content === "object" && content !== null && "id" in content;

const domainsOf = async (agent: Agent, operator: "webspace" | "site", filter: readonly Markup[]) => {
  const answer = await agent.ask([get(operator, filter)]);
  const contents = answer.contents(operator, "get", "administrator").filter(isFound);
  return contents.map((content) => answer.read(content, domain));
};

const aliasesOf = async (agent: Agent, domains: readonly Domain[]): Promise<readonly Alias[]> => {
  const filter = node("filter", ...domains.map(({ id }) => leaf("site-id", id)));
  const answer = await agent.ask([node("site-alias", node("get", filter))]);
  const contents = answer.contents("site-alias", "get", "administrator");
  return contents
    .filter((content) => typeof content === "object" && "info" in content)
    .map((content) => answer.read(content, alias));
};

const isServed = ({ info }: Alias): boolean => (info.pref ?? info.prefs)?.web === true;

export const toSite = ({ id, data }: Domain, aliases: readonly Alias[]): Site => {
  const name = data.gen_info["ascii-name"];
  const own = aliases.filter((one) => one.info["site-id"] === id && isServed(one));
  const root = data.hosting?.vrt_hst?.property.find((property) => property.name === "www_root")?.value;
  return {
    id: asId(name),
    names: toNames([
      name,
      ...(data.prefs?.www === true ? [`www.${name}`] : []),
      ...own.map(({ info }) => info["ascii-name"]),
    ]),
    ...(root !== undefined && { documentRoot: root }),
  };
};

const isHosted = ({ data }: Domain): boolean => data.hosting?.vrt_hst !== undefined;

/**
 * The sites of one account: `site/get` leaves out the first domain of each subscription, which `webspace/get` tells
 * instead; aliases are asked for apart. At most three calls.
 */
export const listSites = async (agent: Agent, account: string): Promise<readonly Site[]> => {
  const webspaces = await domainsOf(agent, "webspace", [leaf("owner-login", account)]);
  if (webspaces.length === 0) return [];
  const others = await domainsOf(
    agent,
    "site",
    webspaces.map(({ id }) => leaf("parent-id", id)),
  );
  const domains = new Map([...webspaces, ...others].filter(isHosted).map((found) => [found.id, found]));
  if (domains.size === 0) return [];
  const aliases = await aliasesOf(agent, [...domains.values()]);
  return [...domains.values()].map((found) => toSite(found, aliases));
};
