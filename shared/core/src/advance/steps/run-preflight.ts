import { chooseMethod } from "../../validation/choose-method.ts";
import { examineName } from "../../validation/examine-name.ts";
import type { OrderEvent } from "../../orders/event.ts";
import type { Performer } from "../performer.ts";
import { happened } from "../performer.ts";

/** Picks a method for every name that has none, and looks at the world as the issuer will. */
export const runPreflight: Performer<"run-preflight"> = async ({ world, order, now }) => {
  const hosts = world.hostsOf(order);
  const chosen: OrderEvent[] = [];
  const findings = [];
  for (const name of order.enrolment?.names ?? order.names) {
    const wish = order.wishes.methods[name];
    const choice = wish ?? (await chooseMethod(name, { hosts, level: order.product.level, now }));
    if (wish === undefined) chosen.push({ kind: "method.chosen", name, choice });
    const { brand, level } = order.product;
    findings.push(...(await examineName({ name, choice, brand, level, now }, world.probe)));
  }
  return happened(...chosen, { kind: "preflight.observed", findings });
};
