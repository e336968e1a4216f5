import express, { type Router } from "express";
import type { ServerWorld } from "../server-world.ts";

/** `/healthz`: the process lives. `/readyz`: it can read its orders. */
export const createHealthRoutes = ({ store }: ServerWorld): Router =>
  express
    .Router()
    .get("/healthz", (_request, response) => void response.type("text").send("ok\n"))
    .get("/readyz", async (_request, response) => {
      const isReady = await store.nextDue().then(
        () => true,
        () => false,
      );
      response
        .status(isReady ? 200 : 503)
        .type("text")
        .send(isReady ? "ready\n" : "not ready\n");
    });
