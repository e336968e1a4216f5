import { runCommand, settle } from "@hostseal/core";
import type { Caller, OrderId } from "@hostseal/core";
import { parseDomainName } from "@hostseal/rules";
import type { DomainName } from "@hostseal/rules";
import type { Simulation } from "../doubles/simulation.ts";

/** The customer of every simulated order. */
export const CUSTOMER: Caller = { scope: { kind: "everything" }, by: "customer" };

export const name = (text: string): DomainName => {
  const parsed = parseDomainName(text);
  if (parsed.kind === "refused") throw new TypeError(parsed.code);
  return parsed.name;
};

/** Orders and confirms as a customer would. */
export const confirmed = async (simulation: Simulation): Promise<OrderId> => {
  const id = await simulation.create();
  const { order } = await settle(simulation.world, id);
  await runCommand(simulation.world, id, { kind: "accept-agreement" }, CUSTOMER);
  await runCommand(simulation.world, id, { kind: "confirm", price: order.price }, CUSTOMER);
  return id;
};
