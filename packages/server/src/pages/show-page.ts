import type { Response } from "express";
import type { Frame, Page } from "./page.ts";
import type { Renderer } from "./render-page.ts";

/** Sends a page, or only its inside to a script that asks for it. No copy of it is kept anywhere. */
export const showPage = (
  response: Response,
  renderer: Renderer,
  { page, frame }: { readonly page: Page; readonly frame: Frame },
): void => {
  const isFragment = response.req.get("x-hostseal-part") === "main";
  const { method, originalUrl } = response.req;
  const placed = method === "GET" ? { ...frame, here: originalUrl } : frame;
  const html = isFragment ? renderer.fragment(page, frame) : renderer.document(page, placed);
  response.set("cache-control", "no-store").set("vary", "x-hostseal-part").type("html").send(html);
};
