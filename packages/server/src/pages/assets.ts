import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import express, { type Router } from "express";

/** A file that never changes under its path, since a digest is part of it. */
export type Asset = { readonly path: string; readonly type: string; readonly bytes: Buffer };

const FOLDER = fileURLToPath(new URL("assets/", import.meta.url));
const TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
};
const DIGEST_LENGTH = 12;

const toAsset = (name: string): Asset => {
  const bytes = readFileSync(join(FOLDER, name));
  const digest = createHash("sha256").update(bytes).digest("hex").slice(0, DIGEST_LENGTH);
  return { path: `/assets/${digest}/${name}`, type: TYPES[extname(name)] ?? "application/octet-stream", bytes };
};

/** Everything that pages link to, by its name. */
export const readAssets = (): ReadonlyMap<string, Asset> =>
  new Map(readdirSync(FOLDER).map((name) => [name, toAsset(name)]));

export const createAssetRoutes = (assets: ReadonlyMap<string, Asset>): Router => {
  const byPath = new Map([...assets.values()].map((asset) => [asset.path, asset]));
  return express.Router().get("/assets/:digest/:name", (request, response, next) => {
    const asset = byPath.get(request.path);
    if (!asset) return next();
    response.set("cache-control", "public, max-age=31536000, immutable").type(asset.type).send(asset.bytes);
  });
};
