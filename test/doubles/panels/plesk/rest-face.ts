import express, { type RequestHandler, type Router } from "express";
import { z } from "zod";
import type { Doorman } from "./agent-face.ts";
import type { Premises } from "./premises.ts";

/** A command that ran, whatever it ended with. */
type Ended = { readonly code: number; readonly stdout: string; readonly stderr: string };

const ended = (code: number, stdout: string, stderr = ""): Ended => ({ code, stdout, stderr });
const call = z.object({ params: z.array(z.string()) });

/** `subscription_settings --update DOMAIN -mail_certificate NAME`. */
const subscriptionSettings = (params: readonly string[], { estate, services, habits }: Premises): Ended => {
  const [verb, domain = "", option, name = ""] = params;
  if (verb !== "--update" || option !== "-mail_certificate") return ended(1, "", "Unknown option is used\n");
  const site = estate.siteNamed(domain);
  if (!site) return ended(1, "", `Unable to find domain ${domain}\n`);
  if (habits.mailCommandFails) return ended(habits.mailCommandFails.code, "", habits.mailCommandFails.stderr);
  if (name !== "" && !site.repository.has(name)) return ended(1, "", "Unable to find certificate\n");
  services.set(`mail ${site.name}`, name);
  return ended(0, `SUCCESS: Update of subscription settings for domain '${domain}' completed\n`);
};

const authenticate =
  (doorman: Doorman): RequestHandler =>
  (request, response, next) => {
    const holder = doorman(request.header("X-API-Key") ?? "", request.socket.remoteAddress ?? "");
    if (!holder) response.status(401).json({ code: 0, message: "Authentication failed" });
    else if (holder.role !== "admin") response.status(403).json({ code: 0, message: "Permission denied" });
    else next();
  };

/** `/api/v2`, for the administrator only. */
export const createRestFace = (premises: Premises, doorman: Doorman): Router => {
  const router = express.Router().use(authenticate(doorman), express.json());
  router.post("/cli/:command/call", (request, response) => {
    const read = call.safeParse(request.body);
    if (request.params["command"] !== "subscription_settings")
      response.status(404).json({ code: 0, message: "Command not found" });
    else if (!read.success) response.status(400).json({ code: 0, message: "Request is invalid" });
    else response.json(subscriptionSettings(read.data.params, premises));
  });
  router.use((_request, response) => void response.status(404).json({ code: 0, message: "Not found" }));
  return router;
};
