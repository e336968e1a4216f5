import type { Random } from "@hostseal/core";
import type { Secret } from "@hostseal/pki";
import type { DemoWorld } from "@hostseal/sandbox";
import type { PanelDouble } from "../panel-double.ts";
import { createCertificatesOnGround, factsOf, type Material } from "./certificates-on-ground.ts";
import { createEstate } from "./estate.ts";
import { type Habits, usualHabits } from "./habits.ts";
import { createHomes } from "./homes.ts";
import {
  ADMINISTRATOR,
  callerIn,
  callerInCookie,
  type LoginKey,
  newLoginKey,
  newSecret,
  type Session,
} from "./login-keys.ts";
import { makeOwnCertificate } from "./own-certificate.ts";
import { type DomainSettings, type Premises, usualSettings } from "./premises.ts";
import { createServerApp } from "./server-app.ts";

export type DirectadminDouble = PanelDouble & {
  readonly habits: Habits;
  /** A login key of the server's administrator, who may act as anybody. */
  readonly administratorCredential: Secret;
  settingsOf(domain: string): DomainSettings;
  /** A login key of `harbour` that may not use some commands. */
  credentialWithout(...commands: readonly string[]): Secret;
  /** Somebody logs in with a browser. */
  logIn(user: string, role: Session["role"]): Session;
  /** Takes all login keys back. */
  revoke(): void;
  /** Automatic certificates run: every domain of `harbour` that is not skipped gets a new one. */
  renewAutomatically(issue: (name: string) => Promise<Material>): Promise<void>;
};

const ACCOUNT = "harbour";

const openPremises = async (world: DemoWorld, habits: Habits): Promise<Premises> => {
  const estate = createEstate(world);
  const settings = new Map(estate.all.map(({ name }) => [name, usualSettings()]));
  const settingsOf = (domain: string): DomainSettings => settings.get(domain) ?? usualSettings();
  const own = { material: await makeOwnCertificate() };
  const certificates = createCertificatesOnGround(world.ground, habits);
  return { world, estate, habits, homes: createHomes(estate), certificates, settingsOf, own };
};

const keptIn = ({ estate, homes, own, ...premises }: Premises): Readonly<Record<string, unknown>> => ({
  ...Object.fromEntries(estate.all.map(({ name }) => [`tls:${name}`, structuredClone(premises.settingsOf(name))])),
  "tls:service:panel": factsOf(own.material.leaf).sha256,
  [`home:${ACCOUNT}`]: homes.loose(ACCOUNT),
  [`home:${ADMINISTRATOR}`]: homes.loose(ADMINISTRATOR),
});

const renewIn = async (
  { estate, certificates, ...premises }: Premises,
  issue: (name: string) => Promise<Material>,
): Promise<void> => {
  for (const domain of estate.of(ACCOUNT)) {
    const { enabled, skipDNSNames } = premises.settingsOf(domain.name).acme;
    if (enabled && !skipDNSNames.includes(domain.name)) certificates.put(domain, await issue(domain.name));
  }
};

/** DirectAdmin over the demo world: each webspace is a domain of its account. */
export const createDirectadminDouble = async (
  world: DemoWorld,
  { random, ...habits }: { readonly random: Random } & Partial<Habits>,
): Promise<DirectadminDouble> => {
  const premises = await openPremises(world, { ...usualHabits(), ...habits });
  const [own, administrators] = [newLoginKey(ACCOUNT, random), newLoginKey(ADMINISTRATOR, random)];
  const keys: LoginKey[] = [own, administrators];
  const sessions: Session[] = [];

  const credentialWithout = (...commands: readonly string[]): Secret => {
    const key = newLoginKey(ACCOUNT, random, commands);
    keys.push(key);
    return key.secret;
  };

  return {
    habits: premises.habits,
    listener: createServerApp(
      premises,
      ({ headers }) =>
        callerIn(headers.authorization, keys, premises.habits.isCareless) ?? callerInCookie(headers.cookie, sessions),
    ),
    credential: own.secret,
    administratorCredential: administrators.secret,
    strangeCredential: newSecret(random),
    withoutPermission: () => ({
      credential: credentialWithout("domain-tls", "CMD_API_SSL"),
      permission: premises.habits.edition === "current" ? "domain-tls" : "CMD_API_SSL",
    }),
    credentialWithout,
    logIn: (user, role) => {
      const session = { id: newSecret(random).reveal(), key: newSecret(random).reveal(), user, role };
      sessions.push(session);
      return session;
    },
    revoke: () => void keys.splice(0),
    renewAutomatically: async (issue) => renewIn(premises, issue),
    siteOf: (webspace) => premises.estate.all.find((domain) => domain.webspace.id === webspace)?.name ?? webspace,
    kept: () => keptIn(premises),
    settingsOf: (domain) => premises.settingsOf(domain),
  };
};
