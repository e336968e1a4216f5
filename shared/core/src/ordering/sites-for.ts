import { covers, type DomainName } from "@hostseal/rules";
import type { Wishes } from "../orders/order.ts";
import type { Host } from "../ports/host.ts";

const sitesOn = async (host: Host, names: readonly DomainName[]): Promise<Wishes["installations"]> => {
  const serving = (await host.sites()).filter((site) =>
    site.names.some((name) => names.some((wanted) => wanted === name || covers(wanted, name))),
  );
  return serving.map(({ id }) => ({ host: host.id, site: id }));
};

/** Where a certificate for these names is to be installed: every site that answers for one of them. */
export const sitesFor = async (names: readonly DomainName[], hosts: Iterable<Host>): Promise<Wishes["installations"]> =>
  (await Promise.all([...hosts].map((host) => sitesOn(host, names)))).flat();
