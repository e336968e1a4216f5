import express, { type Router } from "express";
import { callerOf } from "../authorise.ts";
import type { Panel } from "../panel.ts";

/** `GET /about`: what this is, and what the caller may do; `GET /webspaces`: what the caller has here. */
export const createWebspaceRoutes = (panel: Panel): Router =>
  express
    .Router()
    .get("/about", (_request, response) => {
      response.json({ software: "Quayside", version: "1.0", permissions: [...callerOf(response).permissions] });
    })
    .get("/webspaces", (_request, response) => {
      const webspaces = callerOf(response).webspaces.flatMap((id) => panel.webspaces.get(id) ?? []);
      response.json({ webspaces: webspaces.map(({ id, names, home }) => ({ id, hostnames: names, home })) });
    });
