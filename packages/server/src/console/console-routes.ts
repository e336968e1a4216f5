import express, { type Router } from "express";
import { createOrderPages } from "../journey/order/order-pages.ts";
import { requireOwnForm } from "../sessions/require-session.ts";
import { createSessionBook } from "../sessions/session-book.ts";
import { createSessionCookie } from "../sessions/session-cookie.ts";
import { createBrandPages } from "./brand/brand-routes.ts";
import { readUpload } from "./brand/read-upload.ts";
import type { Console } from "./console.ts";
import { createForecastRoutes } from "./forecast/forecast-routes.ts";
import { createMoneyRoutes } from "./money/money-routes.ts";
import { createBoardRoutes } from "./orders/board-routes.ts";
import { createConsoleEntrance } from "./orders/console-entrance.ts";
import { createPeopleRoutes } from "./people/people-routes.ts";
import { createPricesRoutes } from "./prices/prices-routes.ts";
import { requireStaff, type StaffDoor, tokenOf } from "./session/require-staff.ts";
import { createSignInRoutes } from "./session/sign-in-routes.ts";
import type { Staff } from "./staff.ts";

/** `/console`: everything of the partner, for people who work there. */
export const createConsoleRoutes = (desk: Console): Router => {
  const { world, settings } = desk.journey;
  const cookie = createSessionCookie(settings.origin, { name: "hostseal-console", isFramed: false });
  const door: StaffDoor = { book: createSessionBook<Staff>(world), cookie };
  return express
    .Router()
    .use(createSignInRoutes(desk, door))
    .use(requireStaff(door, desk.access))
    .post("/brand", ...readUpload("logo"))
    .use(requireOwnForm(tokenOf))
    .get("/", (_request, response) => response.redirect(303, "/console/orders"))
    .post("/leave", (request, response) => {
      door.book.end(cookie.read(request) ?? "");
      cookie.clear(response);
      response.redirect(303, "/console/sign-in");
    })
    .use(createBoardRoutes(desk), createForecastRoutes(desk), createMoneyRoutes(desk))
    .use(createPricesRoutes(desk), createBrandPages(desk), createPeopleRoutes(desk))
    .use(createOrderPages(desk.journey, createConsoleEntrance(desk)));
};
