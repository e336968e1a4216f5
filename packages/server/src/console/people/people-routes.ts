import { Secret } from "@hostseal/pki";
import express, { type Router } from "express";
import { z } from "zod";
import { SHORTEST_PASSWORD } from "../../access/password.ts";
import { API_SCOPES, ROLES } from "../../access/roles.ts";
import { vocabularyFor } from "../../words/vocabulary-for.ts";
import { askerOf, type Console, type Exchange, requireDeed, show } from "../console.ts";
import { toPeopleView } from "./people-view.ts";

/** What is told once, above the lists. */
type News = { readonly told?: string; readonly problem?: string; readonly token?: string };

const list = z.union([z.string().transform((one) => [one]), z.array(z.string())]).default([]);
const personForm = z.object({
  email: z.email().max(254),
  role: z.enum(ROLES),
  password: z
    .string()
    .max(1_000)
    .transform((text) => new Secret(text)),
});
const keyForm = z.object({
  title: z
    .string()
    .trim()
    .regex(/^[^\p{Cc}]{1,80}$/u),
  scopes: list.pipe(z.array(z.enum(API_SCOPES)).min(1)),
  customer: z
    .string()
    .trim()
    .regex(/^[\x21-\x7e]{0,200}$/)
    .default(""),
});

const showPeople = async (desk: Console, exchange: Exchange, news: News = {}): Promise<void> => {
  const model = {
    ...toPeopleView(await desk.book.read()),
    news,
    roles: ROLES,
    scopes: API_SCOPES,
    shortest: SHORTEST_PASSWORD,
  };
  const title = vocabularyFor(exchange.request).t("console.access");
  show(desk, exchange, { template: "console/people", title, model });
};

const addPerson = async (desk: Console, exchange: Exchange): Promise<void> => {
  const person = personForm.parse(exchange.request.body);
  const added = await desk.access.addUser(person, askerOf(exchange));
  const { t } = vocabularyFor(exchange.request);
  if (added === "added") return showPeople(desk, exchange, { told: t("people.added", { email: person.email }) });
  exchange.response.status(422);
  return showPeople(desk, exchange, { problem: t(`people.${added}`) });
};

const addKey = async (desk: Console, exchange: Exchange): Promise<void> => {
  const { customer, ...key } = keyForm.parse(exchange.request.body);
  const asked = { ...key, ...(customer !== "" && { customer }) };
  const { token } = await desk.access.addKey(asked, askerOf(exchange));
  await showPeople(desk, exchange, { token: token.reveal() });
};

const removed = async (desk: Console, exchange: Exchange, isRemoved: boolean): Promise<void> => {
  if (isRemoved) return exchange.response.redirect(303, "/console/access");
  exchange.response.status(409);
  await showPeople(desk, exchange, { problem: vocabularyFor(exchange.request).t("people.not-removed") });
};

const removePerson = async (desk: Console, exchange: Exchange): Promise<void> => {
  const { email } = z.object({ email: z.string() }).parse(exchange.request.body);
  await removed(desk, exchange, await desk.access.removeUser(email, askerOf(exchange)));
};

const removeKey = async (desk: Console, exchange: Exchange): Promise<void> => {
  const { id } = z.object({ id: z.string() }).parse(exchange.request.body);
  await removed(desk, exchange, await desk.access.removeKey(id, askerOf(exchange)));
};

/** `/console/access`: who may come in, and what was changed by whom. For owners. */
export const createPeopleRoutes = (desk: Console): Router => {
  const forOwners =
    (work: (desk: Console, exchange: Exchange) => Promise<void>) =>
    async (request: Exchange["request"], response: Exchange["response"]) => {
      requireDeed({ request, response }, "govern");
      await work(desk, { request, response });
    };
  return express
    .Router()
    .get("/access", forOwners(showPeople))
    .post("/access/people", forOwners(addPerson))
    .post("/access/people/remove", forOwners(removePerson))
    .post("/access/keys", forOwners(addKey))
    .post("/access/keys/remove", forOwners(removeKey));
};
