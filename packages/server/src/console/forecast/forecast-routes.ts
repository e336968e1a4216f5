import express, { type Router } from "express";
import { vocabularyFor } from "../../words/vocabulary-for.ts";
import { type Console, ordersOf, show } from "../console.ts";
import { toForecastView } from "./forecast-view.ts";
import { weeksAhead } from "./weeks-ahead.ts";

/** `/console/forecast`: the next two years, week by week. */
export const createForecastRoutes = (desk: Console): Router =>
  express.Router().get("/forecast", async (request, response) => {
    const model = toForecastView(weeksAhead(await ordersOf(desk), desk.journey.world.clock.now()));
    const title = vocabularyFor(request).t("console.forecast");
    show(desk, { request, response }, { template: "console/forecast", title, model });
  });
