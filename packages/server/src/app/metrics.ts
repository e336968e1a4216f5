import { SECOND } from "@hostseal/rules";
import express, { type RequestHandler, type Router } from "express";
import { Counter, Gauge, Histogram, Registry } from "prom-client";
import type { ServerWorld } from "../server-world.ts";

/** What a monitoring system reads (OpenMetrics), without a word about any customer. */
export type Metrics = {
  /** Counts requests and their time, by method and status; paths hold ids and are left out. */
  readonly observe: RequestHandler;
  readonly routes: Router;
};

const NANOSECONDS = 1_000_000_000;
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

export const createMetrics = ({ store, clock }: ServerWorld): Metrics => {
  const registry = new Registry();
  const registers = [registry];
  const labelNames = ["method", "status"] as const;
  const requests = new Counter({
    name: "hostseal_http_requests_total",
    help: "Requests answered",
    labelNames,
    registers,
  });
  const seconds = new Histogram({
    name: "hostseal_http_request_seconds",
    help: "Time until a request was answered",
    labelNames,
    buckets: BUCKETS,
    registers,
  });

  const due = new Gauge({
    name: "hostseal_overdue_seconds",
    help: "How long the order that is due first has been waiting; 0 when none is due",
    registers,
  });
  const overdue = async (): Promise<number> => {
    const next = (await store.nextDue()) ?? Infinity;
    return Math.max(0, clock.now() - next) / SECOND;
  };

  const observe: RequestHandler = (request, response, next) => {
    const began = process.hrtime.bigint();
    response.once("finish", () => {
      const labels = { method: request.method, status: String(response.statusCode) };
      requests.inc(labels);
      seconds.observe(labels, Number(process.hrtime.bigint() - began) / NANOSECONDS);
    });
    next();
  };

  const routes = express.Router().get("/metrics", async (_request, response) => {
    due.set(await overdue());
    response.type(registry.contentType).send(await registry.metrics());
  });
  return { observe, routes };
};
