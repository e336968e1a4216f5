import type { Endpoint, OrderEventKind, WatchVerdict } from "@hostseal/core";
import { toNamesText } from "../names.ts";
import type { Line, ToLine } from "./line.ts";
import { bad, good, note, silent } from "./line.ts";

const places = (endpoints: readonly Endpoint[]): string =>
  [...new Set(endpoints.map(({ address, port }) => `${address} port ${port}`))].join(", ");

const watchLine = (verdict: WatchVerdict): Line => {
  switch (verdict.kind) {
    case "served":
      return good("The sites serve the certificate again");
    case "other-certificate":
      return bad(`${verdict.name} serves another certificate than ours`);
    case "not-reachable":
      return bad(`${verdict.name} cannot be looked at: ${verdict.because}`);
  }
};

type Kinds = Extract<OrderEventKind, `install.${string}` | `site.${string}`>;

/** Lines for sites and what they serve. */
export const installationEvents: { readonly [Kind in Kinds]: ToLine<Kind> } = {
  "install.begun": silent,
  "install.applied": ({ host, site, names }) => good(`Installed on ${host}:${site} for ${toNamesText(names)}`),
  "install.seen": ({ host, site, at }) => good(`Seen from outside on ${host}:${site}, at ${places(at)}`),
  "install.rolled-back": ({ host, site, because }) => bad(`${host}:${site} got its old certificate back: ${because}`),
  "install.committed": silent,
  "install.not-seen": ({ found }) => note(`Not served yet: ${found}`),
  "site.observed": ({ verdict }) => watchLine(verdict),
};
