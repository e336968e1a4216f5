import { Secret } from "@hostseal/pki";
import express, { type Router } from "express";
import { z } from "zod";
import { addressOf } from "../../app/address-of.ts";
import { refusal } from "../../app/refusal.ts";
import { showPage } from "../../pages/show-page.ts";
import { vocabularyFor } from "../../words/vocabulary-for.ts";
import type { Console, Exchange } from "../console.ts";
import type { StaffDoor } from "./require-staff.ts";
import { createSignInLimits, type SignInLimits } from "./sign-in-limits.ts";

const signInForm = z.object({ email: z.string().trim().max(254), password: z.string().max(1_000) });

type SignInView = { readonly email: string; readonly isRefused: boolean };

const showForm = ({ journey }: Console, { request, response }: Exchange, model: SignInView): void => {
  const { settings, renderer } = journey;
  const words = vocabularyFor(request);
  const page = { template: "console/sign-in", title: words.t("console-in.title"), model };
  showPage(response, renderer, { page, frame: { settings, words, theme: "plain", session: undefined } });
};

/** A page of another site cannot sign anybody in here (Fetch Metadata). */
const isForeign = ({ request }: Exchange): boolean => request.get("sec-fetch-site") === "cross-site";

const signIn = async (
  desk: Console,
  door: StaffDoor,
  { limits, ...exchange }: Exchange & { readonly limits: SignInLimits },
) => {
  const { request, response } = exchange;
  const { email, password } = signInForm.parse(request.body);
  const address = addressOf(request);
  if (isForeign(exchange)) throw refusal(403, "foreign-form");
  if (!(await limits.mayTry(address, email))) throw refusal(429, "too-many");
  const user = await desk.access.recognise(email, new Secret(password));
  const { log } = desk.journey.world;
  if (user === undefined) {
    log.emit({ level: "warning", event: "console.refused", details: { address } });
    response.status(401);
    return showForm(desk, exchange, { email, isRefused: true });
  }
  await limits.forgive(address, email);
  door.book.end(door.cookie.read(request) ?? "");
  door.cookie.write(response, door.book.open({ email: user.email, role: user.role }));
  log.emit({ level: "note", event: "console.entered", details: { user: user.email, address } });
  response.redirect(303, "/console/orders");
};

/** `/console/sign-in`: with e-mail and password. */
export const createSignInRoutes = (desk: Console, door: StaffDoor): Router => {
  const limits = createSignInLimits();
  return express
    .Router()
    .get("/sign-in", (request, response) => showForm(desk, { request, response }, { email: "", isRefused: false }))
    .post("/sign-in", async (request, response) => signIn(desk, door, { request, response, limits }));
};
