import { acceptedCost, shownPrice } from "../../partner/markup.ts";
import { operation, type Operation } from "../operation.ts";
import { orderSchema } from "../schemas/order.ts";
import { chooseMethodSchema, confirmSchema, reissueSchema, revokeSchema } from "../schemas/requests.ts";
import { readMethod } from "./read-methods.ts";
import { readName, readNames } from "./read-names.ts";
import { runCommands } from "./run-commands.ts";

/** What all commands have in common: they answer with the order, which is then worked on. */
const command = {
  method: "post",
  scope: "orders:write",
  idempotencyKey: "not-taken",
  status: 202,
  answer: orderSchema,
} as const;

const confirm = operation({
  ...command,
  id: "confirmOrder",
  path: "/orders/{id}/confirm",
  summary: "Orders what was drafted, and pays for it",
  scope: "spend",
  idempotencyKey: "required",
  body: confirmSchema,
  run: (call) =>
    runCommands(call, (order) => {
      const asked = shownPrice(order, call.caller.scope, call.api.settings);
      const cost = acceptedCost(order, { asked, accepted: call.body.price });
      return [{ kind: "accept-agreement" }, { kind: "confirm", price: cost }];
    }),
});

const checkAgain = operation({
  ...command,
  id: "checkOrderAgain",
  path: "/orders/{id}/check-again",
  summary: "Looks again now, at the draft's names or the published proofs",
  run: (call) => runCommands(call, () => [{ kind: "check-again" }]),
});

const chooseMethod = operation({
  ...command,
  id: "chooseMethod",
  path: "/orders/{id}/choose-method",
  summary: "Proves control of a name in another way",
  body: chooseMethodSchema,
  run: (call) => {
    const name = readName(call.body.name);
    const choice = readMethod(name, call.body.method, call.api.world.clock.now());
    return runCommands(call, () => [{ kind: "choose-method", name, choice }]);
  },
});

const reissue = operation({
  ...command,
  id: "reissueOrder",
  path: "/orders/{id}/reissue",
  summary: "A new certificate inside the licence, free",
  idempotencyKey: "required",
  body: reissueSchema,
  run: (call) => {
    const { names, csr } = call.body;
    return runCommands(call, (order) => [
      {
        kind: "reissue",
        names: names === undefined ? order.names : readNames(names),
        ...(csr !== undefined && { csr }),
      },
    ]);
  },
});

const revoke = operation({
  ...command,
  id: "revokeOrder",
  path: "/orders/{id}/revoke",
  summary: "Revokes every certificate of the order; it cannot be undone",
  body: revokeSchema,
  run: (call) => runCommands(call, () => [{ kind: "revoke", reason: call.body.reason }]),
});

const cancel = operation({
  ...command,
  id: "cancelOrder",
  path: "/orders/{id}/cancel",
  summary: "Ends an order for which nothing has been issued",
  run: (call) => runCommands(call, () => [{ kind: "cancel" }]),
});

/** What can be asked of an order. */
export const commandOperations: readonly Operation[] = [confirm, checkAgain, chooseMethod, reissue, revoke, cancel];
