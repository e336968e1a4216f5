import type { CpanelClient } from "./client.ts";
import { statistics, version as whmVersion } from "./wire.ts";

/** The version as the panel writes it, `11.138.0.10` or `138.0 (build 10)`. */
export const readVersion = async (client: CpanelClient): Promise<string> => {
  if (client.access === "whm") return (await client.whm("version", whmVersion)).version;
  const [first] = await client.uapi("StatsBar::get_stats", statistics, { display: "cpanelversion" });
  return String(first?.value ?? "0");
};

/** The number that functions come and go with: 138. */
export const majorOf = (version: string): number => Number(/^(?:11\.)?(\d+)/.exec(version)?.[1] ?? 0);
