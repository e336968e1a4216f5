import { failure } from "@hostseal/core";
import { toIso } from "@hostseal/rules";
import { z } from "zod";
import type { Hook } from "../../partner/partner-record.ts";
import { isGoodTarget } from "../../webhooks/send.ts";
import { operation, type Operation } from "../operation.ts";
import { apiRefusal } from "../problems.ts";
import { madeWebhookSchema, newWebhookSchema, webhooksSchema } from "../schemas/webhook.ts";
import { customerIn } from "../scope-of.ts";

const toWebhook = ({ createdAt, secret: _kept, ...hook }: Hook) => ({ ...hook, createdAt: toIso(createdAt) });

const list = operation({
  id: "listWebhooks",
  method: "get",
  path: "/webhooks",
  summary: "Who is told of orders",
  scope: "webhooks",
  idempotencyKey: "not-taken",
  status: 200,
  answer: webhooksSchema,
  run: async ({ api, caller }) => ({ webhooks: (await api.hooks.list(caller.key.customer)).map(toWebhook) }),
});

const add = operation({
  id: "addWebhook",
  method: "post",
  path: "/webhooks",
  summary: "Tells an address what becomes of orders, with a signature",
  scope: "webhooks",
  idempotencyKey: "not-taken",
  status: 201,
  answer: madeWebhookSchema,
  body: newWebhookSchema,
  run: async ({ api, caller, body }) => {
    const { url, customer = caller.key.customer } = body;
    if (!isGoodTarget(url, api.settings.allowsPrivateWebhooks === true))
      throw failure("input.option", { option: "url", because: "it has to be HTTPS at a public address" });
    const asked = { url, ...(customer !== undefined && { customer: customerIn(caller, customer) }) };
    const { hook, secret } = await api.hooks.add(asked, caller.asker);
    return { ...toWebhook(hook), secret: secret.reveal() };
  },
});

const remove = operation({
  id: "removeWebhook",
  method: "delete",
  path: "/webhooks/{id}",
  summary: "Tells an address nothing more",
  scope: "webhooks",
  idempotencyKey: "not-taken",
  status: 204,
  answer: z.unknown(),
  run: async ({ api, caller, id }) => {
    if (!(await api.hooks.remove(id, caller.key.customer, caller.asker))) throw apiRefusal("request.unknown");
  },
});

/** Who is told of orders. */
export const webhookOperations: readonly Operation[] = [list, add, remove];
