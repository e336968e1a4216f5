import type { HostId } from "../identifiers.ts";
import type { Order } from "./order.ts";

const moved = (value: unknown, from: HostId, to: HostId): unknown => {
  if (Array.isArray(value)) return value.map((one) => moved(one, from, to));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, key === "host" && one === from ? to : moved(one, from, to)]),
  );
};

/**
 * The order with another host in place of one, wherever it is named: wishes, installations, keys, proofs, and what is to
 * be undone. A document is plain data, and `host` means the same in all of it but for DNS records, whose hosts are domain
 * names and never the id of one of ours. The journal stays as it was written.
 */
export const withOtherHost = ({ journal, ...order }: Order, from: HostId, to: HostId): Order => ({
  ...(moved(order, from, to) as Omit<Order, "journal">),
  journal,
});
