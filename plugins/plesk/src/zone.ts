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

const isSame = (listed: Listed, { type, host, value }: ZoneRecord): boolean =>
  listed.type === type &&
  bare(listed.host) === bare(host) &&
  (type === "TXT" ? listed.value === value : bare(listed.value) === bare(value));

const list = ({ site }: Found): Markup => node("get_rec", node("filter", leaf("site-id", site)));

const listed = (answer: PacketAnswer): readonly Listed[] =>
  answer
    .contents("dns", "get_rec", "dns")
    .filter((content) => typeof content === "object" && "id" in content)
    .map((content) => {
      const { id, data } = answer.read(content, record);
      return { id, ...data };
    });

/** DNS zones over the XML API. Every change is made and read back in one packet. */
export const createZone = (agent: Agent, account: string): DnsZone => {
  const find = async (host: string): Promise<Zone> =>
    runErrand(agent, { errand: "zone-of", site: host, parameters: { account, host: bare(host) }, schema: zone });

  const need = async (host: string): Promise<Found> => {
    const found = await find(host);
    if (found.kind === "here") return found;
    throw failure("host.refused", { host: agent.host, because: `the zone of ${host} is not kept there` });
  };

  const read = async (found: Found): Promise<readonly Listed[]> => listed(await agent.ask([node("dns", list(found))]));

  const change = async (found: Found, operations: readonly Markup[]): Promise<PacketAnswer> =>
    agent.ask([node("dns", ...operations, list(found))]);

  const refused = (because: string) => failure("host.refused", { host: agent.host, because });

  return {
    zoneFor: async (host) => {
      const found = await find(host);
      return found.kind === "here" ? found.name : undefined;
    },
    add: async (wanted) => {
      const found = await need(wanted.host);
      if ((await read(found)).some((one) => isSame(one, wanted))) return;
      const answer = await change(found, [
        node(
          "add_rec",
          leaf("site-id", found.site),
          leaf("type", wanted.type),
          leaf("host", relativeTo(found.name, wanted.host)),
          leaf("value", wanted.value),
        ),
      ]);
      if (listed(answer).some((one) => isSame(one, wanted))) return;
      answer.contents("dns", "add_rec", "dns");
      throw refused("it says that the record was added, and does not show it");
    },
    remove: async (unwanted) => {
      const found = await find(unwanted.host);
      if (found.kind === "elsewhere") return;
      const present = (await read(found)).filter((one) => isSame(one, unwanted));
      if (present.length === 0) return;
      const answer = await change(
        found,
        present.map(({ id }) => node("del_rec", node("filter", leaf("id", id)))),
      );
      if (!listed(answer).some((one) => isSame(one, unwanted))) return;
      answer.contents("dns", "del_rec", "dns");
      throw refused("it says that the record was removed, and still shows it");
    },
  };
};
