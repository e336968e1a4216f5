import type { Operation } from "./operation.ts";
import { catalogueOperations } from "./operations/catalogue-operations.ts";
import { commandOperations } from "./operations/command-operations.ts";
import { orderOperations } from "./operations/order-operations.ts";
import { webhookOperations } from "./operations/webhook-operations.ts";

/** Everything that programs can ask for. */
export const operations: readonly Operation[] = [
  ...orderOperations,
  ...commandOperations,
  ...catalogueOperations,
  ...webhookOperations,
];
