import express, { type RequestHandler, type Router } from "express";
import { z } from "zod";
import { requirePermission, webspaceOf } from "../authorise.ts";
import type { Panel } from "../panel.ts";
import { removeWellKnown, writeWellKnown } from "../well-known-files.ts";

const file = z.object({ path: z.string(), content: z.string() });
const path = z.string();

const write =
  (panel: Panel): RequestHandler =>
  async (request, response) => {
    const { home } = webspaceOf(panel, request, response);
    const { path, content } = file.parse(request.body);
    await writeWellKnown(home, path, content);
    response.json({});
  };

const remove =
  (panel: Panel): RequestHandler =>
  async (request, response) => {
    const { home } = webspaceOf(panel, request, response);
    await removeWellKnown(home, path.parse(request.query["path"]));
    response.json({});
  };

/** Files of a webspace below `/.well-known/`: `PUT …/files` writes one, `DELETE …/files?path=` removes it. */
export const createFileRoutes = (panel: Panel): Router =>
  express
    .Router()
    .put("/webspaces/:id/files", requirePermission("files:write"), write(panel))
    .delete("/webspaces/:id/files", requirePermission("files:write"), remove(panel));
