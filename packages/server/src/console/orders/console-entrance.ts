import { findOrder } from "@hostseal/core";
import { may } from "../../access/roles.ts";
import type { Entrance } from "../../journey/order/entrance.ts";
import { askerOf, type Console, frameOf, partnerScope } from "../console.ts";
import { staffOf } from "../session/require-staff.ts";

/** `/console/orders/:id`: every order of the partner; who only looks changes nothing. */
export const createConsoleEntrance =
  (desk: Console): Entrance =>
  async (request, response) => {
    const scope = partnerScope(desk);
    const order = await findOrder(desk.journey.world.store, String(request.params["id"]), scope);
    const { who, from } = askerOf({ request, response });
    return {
      order,
      scope,
      by: `${who} from ${from}`,
      frame: frameOf(desk, { request, response }),
      address: `/console/orders/${order.id}`,
      canAct: may(staffOf(response).role, "work"),
    };
  };
