import express, { type RequestHandler, type Router } from "express";
import type { BrandBook } from "./brand-book.ts";

const FOR_A_YEAR = "public, max-age=31536000, immutable";

/** Before every page: as the brand is now. */
export const keepBrandFresh =
  (brands: BrandBook): RequestHandler =>
  async (_request, _response, next) => {
    await brands.refresh();
    next();
  };

/** `/brand`: the partner's logo and colours, under addresses that change with them. */
export const createBrandRoutes = (brands: BrandBook): Router =>
  express
    .Router()
    .get("/logo/:digest", async ({ params }, response, next) => {
      const logo = await brands.logo(params.digest);
      if (logo === undefined) return next();
      response.set("content-security-policy", "default-src 'none'; sandbox").set("cache-control", FOR_A_YEAR);
      response.type(logo.type).send(Buffer.from(logo.bytes));
    })
    .get("/colours/:accent/:onAccent", ({ params: { accent, onAccent } }, response, next) => {
      if (!/^[0-9a-f]{6}$/i.test(accent) || !/^[0-9a-f]{6}$/i.test(onAccent)) return next();
      const style = `:root { --accent: #${accent}; --on-accent: #${onAccent}; }\n`;
      response.set("cache-control", FOR_A_YEAR).type("text/css").send(style);
    });
