import { type DnsZone, failure, type ZoneRecord } from "@hostseal/core";
import type { Agent, PacketAnswer } from "./api/agent.ts";
import { runErrand } from "./api/extension.ts";
import { leaf, type Markup, node } from "./api/markup.ts";
import { record, type Zone, zone } from "./wire.ts";

type Found = Extract<Zone, { readonly kind: "here" }>;
type Listed = { readonly id: string; readonly type: string; readonly host: string; readonly value: string };

const bare = (name: string): string => name.toLowerCase().replace(/\.$/, "");

/** `add_rec` takes a host relative to the zone, `get_rec` answers with the whole name and a final dot. */
export const relativeTo = (origin: string, host: string): string => {
  const wanted = bare(host);
  return wanted === origin ? "" : wanted.slice(0, -origin.length - 1);
};

const PIECES = /^"(?:[^"\\]|\\.)*"(?:\s+"(?:[^"\\]|\\.)*")*$/;

/** Texts longer than 255 bytes are kept in pieces (RFC 1035 §3.3.14), which some versions show as they write them. */
const joined = (text: string): string =>
  PIECES.test(text) ? text.replaceAll(/"\s+"/g, "").slice(1, -1).replaceAll(/\\(.)/g, "$1") : text;

export const isSame = (listed: Listed, { type, host, value }: ZoneRecord): boolean =>
  listed.type === type &&
  bare(listed.host) === bare(host) &&
  (type === "TXT" ? [listed.value, joined(listed.value)].includes(value) : bare(listed.value) === bare(value));

const list = ({ site }: Found): Markup => node("get_rec", node("filter", leaf("site-id", site)));

const listed = (answer: PacketAnswer): readonly Listed[] =>
  answer
    .contents("dns", "get_rec", "dns")
    .filter((content) => typeof content === "object" && "id" in content)
    .map((content) => {
      const { id, data } = answer.read(content, record);
      return { id, ...data };
    });

const toAdd = (found: Found, { type, host, value }: ZoneRecord): Markup =>
  node(
    "add_rec",
    leaf("site-id", found.site),
    leaf("type", type),
    leaf("host", relativeTo(found.name, host)),
    leaf("value", value),
  );

const toDelete = ({ id }: Listed): Markup => node("del_rec", node("filter", leaf("id", id)));

/**
 * DNS zones over the XML API. Every change is made and read back in one packet, and what is read back counts: a record
 * that was there already is refused by some versions and doubled by others, which DNS shows as one (RFC 2181 §5).
 */
export const createZone = (agent: Agent, account: string): DnsZone => {
  const { host } = agent;

  const find = async (wanted: string): Promise<Zone> =>
    runErrand(agent, { errand: "zone-of", site: wanted, parameters: { account, host: bare(wanted) }, schema: zone });

  const change = async (found: Found, ...operations: readonly Markup[]): Promise<PacketAnswer> =>
    agent.ask([node("dns", ...operations, list(found))]);

  return {
    zoneFor: async (wanted) => {
      const found = await find(wanted);
      return found.kind === "here" ? found.name : undefined;
    },
    add: async (wanted) => {
      const found = await find(wanted.host);
      if (found.kind === "elsewhere")
        throw failure("host.refused", { host, because: `the zone of ${wanted.host} is not kept there` });
      const answer = await change(found, toAdd(found, wanted));
      if (listed(answer).some((one) => isSame(one, wanted))) return;
      answer.contents("dns", "add_rec", "dns");
      throw failure("host.refused", { host, because: "it says that the record was added, and does not show it" });
    },
    remove: async (unwanted) => {
      const found = await find(unwanted.host);
      if (found.kind === "elsewhere") return;
      const present = listed(await change(found)).filter((one) => isSame(one, unwanted));
      if (present.length === 0) return;
      const answer = await change(found, ...present.map(toDelete));
      if (!listed(answer).some((one) => isSame(one, unwanted))) return;
      answer.contents("dns", "del_rec", "dns");
      throw failure("host.refused", { host, because: "it says that the record was removed, and still shows it" });
    },
  };
};
