import { forecast } from "@hostseal/core";
import type { Run } from "../command-line/command-row.ts";
import { EXIT } from "../exit-codes.ts";
import { toForecastJson, toForecastTable } from "../views/forecast-table.ts";
import { findOrder } from "./find-order.ts";
import { withWorld } from "./with-world.ts";

const NOTHING = "Nothing can be foretold: no licence runs. `hostseal status` says how the order stands.";

/** `hostseal forecast` */
export const forecastOrder: Run = async (context, given) =>
  withWorld(context, async (world) => {
    const coming = forecast(await findOrder(world, given.args[0]), world.clock.now());
    return {
      exit: EXIT.done,
      lines: coming.length === 0 ? [NOTHING] : toForecastTable(coming),
      json: toForecastJson(coming),
    };
  });
