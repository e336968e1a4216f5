import { lookup } from "node:dns/promises";
import { isIP } from "node:net";
import type { SshHostSettings } from "@hostseal/installer";
import type { Look } from "@hostseal/installer/prove";

const addressesOf = async ({ address, jumps }: SshHostSettings["target"]): Promise<readonly string[]> => {
  if (isIP(address) !== 0 || jumps.length > 0) return [address];
  const found = await lookup(address, { all: true }).catch(() => []);
  return found.length === 0 ? [address] : found.map((one) => one.address);
};

/**
 * The addresses at which a host's sites are looked at: those of its entry, else every address of the name that is
 * logged in to, of both families, at which a web server answers now.
 */
export const whereToLook = async (
  { addresses, target }: SshHostSettings,
  name: string,
  look: Look,
): Promise<readonly string[]> => {
  if (addresses !== undefined) return addresses;
  const all = await addressesOf(target);
  const sights = await Promise.all(
    all.map((address) =>
      Promise.all((["http", "https"] as const).map((scheme) => look({ kind: "page", scheme, address, name }))),
    ),
  );
  const answering = all.filter((_, index) => sights[index]?.some(({ kind }) => kind !== "nothing"));
  return answering.length > 0 ? answering : all.slice(0, 1);
};
