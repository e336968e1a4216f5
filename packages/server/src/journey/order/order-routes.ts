import { runCommand } from "@hostseal/core";
import express, { type Request, type Response, type Router } from "express";
import { refusal } from "../../app/refusal.ts";
import { callerOf } from "../caller.ts";
import { type Journey, show, visitOf } from "../journey.ts";
import { newestCertificate } from "./certificate-view.ts";
import { findOrder, wholeJournal } from "./find-order.ts";
import { isOrderForm, orderCommands } from "./order-commands.ts";
import { type OrderSight, toOrderView } from "./order-view.ts";
import { streamChanges } from "./stream-changes.ts";

const idIn = ({ params }: Request): string => String(params["id"]);

const sightOf = async (journey: Journey, request: Request, response: Response): Promise<OrderSight> => {
  const { world } = journey;
  const { scope } = visitOf(response, journey);
  const order = await findOrder(world.store, idIn(request), scope);
  const { purse } = world.issuer(order.product.issuer);
  return {
    order,
    journal: await wholeJournal(world.store, order, scope),
    balance: order.state.kind === "draft" ? await purse?.balance() : undefined,
    now: world.clock.now(),
  };
};

const showOrder = async (journey: Journey, request: Request, response: Response): Promise<void> => {
  const { words } = visitOf(response, journey);
  const model = toOrderView(await sightOf(journey, request, response), words);
  show(response, journey, { template: "order", title: model.names.join(", "), model, isLive: model.tone === "busy" });
};

const sendCertificate = async (journey: Journey, request: Request, response: Response): Promise<void> => {
  const { scope } = visitOf(response, journey);
  const order = await findOrder(journey.world.store, idIn(request), scope);
  const certificate = newestCertificate(order);
  if (!certificate) throw refusal(404, "not-found");
  response.attachment(`${order.id}.pem`).type("application/x-pem-file");
  response.send([certificate.leaf, ...certificate.chain].map((pem) => `${pem.trim()}\n`).join(""));
};

const obey = async (journey: Journey, request: Request, response: Response): Promise<void> => {
  const { world, pilot, sites } = journey;
  const visit = visitOf(response, journey);
  const form = String(request.params["form"]);
  if (!isOrderForm(form)) throw refusal(404, "not-found");
  const order = await findOrder(world.store, idIn(request), visit.scope);
  for (const command of orderCommands[form](request.body, { order, now: world.clock.now() }))
    await runCommand(world, order.id, command, callerOf(visit));
  pilot.poke();
  sites.forget(visit.viewer.customer);
  response.redirect(303, `/orders/${order.id}`);
};

/** `/orders/:id`: the page of an order, its changes as they come, its certificate, and its forms. */
export const createOrderRoutes = (journey: Journey): Router =>
  express
    .Router()
    .get("/orders/:id", async (request, response) => showOrder(journey, request, response))
    .get("/orders/:id/changes", async (request, response) => {
      const { order } = await sightOf(journey, request, response);
      streamChanges(request, response, { pilot: journey.pilot, id: order.id });
    })
    .get("/orders/:id/certificate.pem", async (request, response) => sendCertificate(journey, request, response))
    .post("/orders/:id/:form", async (request, response) => obey(journey, request, response));
