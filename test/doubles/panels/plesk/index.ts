import type { Random } from "@hostseal/core";
import type { Secret } from "@hostseal/pki";
import type { DemoWorld } from "@hostseal/sandbox";
import express, { type RequestHandler } from "express";
import type { PanelDouble } from "../panel-double.ts";
import { createAgentFace, type Doorman } from "./agent-face.ts";
import { createCertificates } from "./certificates.ts";
import { openEstate } from "./estate.ts";
import { createKeyCabinet } from "./extension/key-cabinet.ts";
import type { Habits } from "./habits.ts";
import type { Premises } from "./premises.ts";
import { createRestFace } from "./rest-face.ts";
import { createSecretKeys, type Holder } from "./secret-keys.ts";

export type { Habits as PleskHabits } from "./habits.ts";
export type { Holder as PleskHolder } from "./secret-keys.ts";

/** Plesk over the demo world, with what its administrator could do to our credentials. */
export type PleskDouble = PanelDouble & {
  revoke(credential: Secret): void;
  /** A key of somebody, or one that works from one address only. */
  issue(holder: Holder): Secret;
};

const ADMIN: Holder = { login: "admin", role: "admin", lacks: [] };
const LARGEST_PACKET = "1mb";
const LOGIN_PAGE =
  '<!DOCTYPE html><html><head><title>Plesk Obsidian</title></head><body><form action="/login_up.php"></form></body></html>';

const openPremises = (world: DemoWorld, random: Random, habits: Habits): Premises => {
  const estate = openEstate(world);
  return {
    ground: world.ground,
    estate,
    certificates: createCertificates(world.ground, habits),
    cabinet: createKeyCabinet(random),
    services: new Map(),
    recordIds: new Map(),
    habits,
  };
};

/** Everything kept beside the ground. */
const keptBy = ({ estate, certificates, cabinet, services }: Premises): Readonly<Record<string, unknown>> => {
  const repositories = estate.sites.map((site) => {
    certificates.boundTo(site);
    return [
      `tls:${site.name}`,
      [...site.repository.values()].map((one) => `${one.name} ${one.certificate.sha256}`).toSorted(),
    ] as const;
  });
  const assigned = [...services].filter(([, certificate]) => certificate !== "");
  return { ...Object.fromEntries(repositories), keys: cabinet.references(), services: Object.fromEntries(assigned) };
};

const showLogin: RequestHandler = (_request, response) => void response.status(200).type("html").send(LOGIN_PAGE);

/** Plesk Obsidian as its documents describe it: the XML API, the part of REST that is used, and our extension on it. */
export const createPleskDouble = (
  world: DemoWorld,
  { random }: { readonly random: Random },
  habits: Habits = {},
): PleskDouble => {
  const premises = openPremises(world, random, habits);
  const keys = createSecretKeys(random);
  const doorman: Doorman = (key, address) => (habits.acceptsAnyKey ? ADMIN : keys.holderOf(key, address));
  const listener = express()
    .disable("x-powered-by")
    .post(
      "/enterprise/control/agent.php",
      express.text({ type: "text/xml", limit: LARGEST_PACKET }),
      createAgentFace(premises, doorman),
    )
    .use("/api/v2", createRestFace(premises, doorman))
    .use(showLogin);

  const strangeCredential = keys.make(ADMIN);
  keys.revoke(strangeCredential);
  return {
    listener,
    credential: keys.make(ADMIN),
    strangeCredential,
    withoutPermission: () => ({
      credential: keys.make({ login: "reseller", role: "reseller", lacks: ["manage_phosting"] }),
      permission: "manage_phosting",
    }),
    siteOf: (webspace) => premises.estate.sites.find((site) => site.webspace === webspace)?.name ?? webspace,
    kept: () => keptBy(premises),
    revoke: (credential) => keys.revoke(credential),
    issue: (holder) => keys.make(holder),
  };
};
