import { resendMessages, runCommand } from "@hostseal/core";
import express, { type Response, type Router } from "express";
import { refusal } from "../../app/refusal.ts";
import { shownPrice } from "../../partner/markup.ts";
import type { Journey } from "../journey.ts";
import { newestCertificate } from "./certificate-view.ts";
import type { Entrance, OrderVisit } from "./entrance.ts";
import { isOrderForm, orderCommands } from "./order-commands.ts";
import { showOrder, streamOrder } from "./show-order.ts";

const sendCertificate = (response: Response, { order }: OrderVisit): void => {
  const certificate = newestCertificate(order);
  if (!certificate) throw refusal(404, "not-found");
  response.attachment(`${order.id}.pem`).type("application/x-pem-file");
  response.send([certificate.leaf, ...certificate.chain].map((pem) => `${pem.trim()}\n`).join(""));
};

type Asked = { readonly form: string; readonly body: unknown };

const obey = async (
  { world, pilot, sites, settings }: Journey,
  { order, scope, by }: OrderVisit,
  { form, body }: Asked,
): Promise<void> => {
  if (!isOrderForm(form)) throw refusal(404, "not-found");
  const context = { order, now: world.clock.now(), price: shownPrice(order, scope, settings) };
  for (const command of orderCommands[form](body, context)) await runCommand(world, order.id, command, { scope, by });
  pilot.poke();
  sites.forget(order.customer);
};

/** `/orders/:id`: the page of an order, its changes as they come, its certificate, and its forms. */
export const createOrderRoutes = (journey: Journey, entrance: Entrance): Router =>
  express
    .Router()
    .get("/orders/:id", async (request, response) => showOrder(journey, response, await entrance(request, response)))
    .get("/orders/:id/changes", async (request, response) => streamOrder(journey, entrance, { request, response }))
    .get("/orders/:id/certificate.pem", async (request, response) =>
      sendCertificate(response, await entrance(request, response)),
    )
    .post("/orders/:id/resend", async (request, response) => {
      const { order, scope, by, address } = await entrance(request, response);
      await resendMessages(journey.world, order.id, { scope, by });
      journey.pilot.poke();
      response.redirect(303, address);
    })
    .post("/orders/:id/:form", async (request, response) => {
      const visit = await entrance(request, response);
      await obey(journey, visit, { form: request.params.form, body: request.body });
      response.redirect(303, visit.address);
    });
