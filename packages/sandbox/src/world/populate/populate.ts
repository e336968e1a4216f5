import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Random, SiteId } from "@hostseal/core";
import { asId } from "@hostseal/core";
import { Secret } from "@hostseal/pki";
import { type DomainName, parseDomainName } from "@hostseal/rules";
import type { Account } from "../panel/account.ts";
import { PERMISSIONS } from "../panel/account.ts";
import type { Panel } from "../panel/panel.ts";
import { putInstalled } from "../panel/put-installed.ts";
import type { AccountName, Character } from "./cast.ts";
import { CAST, TERRITORIES } from "./cast.ts";
import { chartZones, pointToLoopback } from "./chart-zones.ts";
import type { FormerAuthority } from "./former-authority.ts";

/** One site of the demo world, as the guide introduces it. */
export type Resident = {
  readonly site: SiteId;
  readonly names: readonly DomainName[];
  readonly story: string;
  readonly account: AccountName;
  readonly zone: string;
  /** False when the zone is at another provider, so that records are set by hand. */
  readonly isZoneHosted: boolean;
};

export type PopulateWith = {
  readonly panel: Panel;
  readonly authority: FormerAuthority;
  readonly random: Random;
  /** Where the document roots are made. */
  readonly folder: string;
};

const CREDENTIAL_BYTES = 24;

const toName = (text: string): DomainName => {
  const parsed = parseDomainName(text);
  if (parsed.kind === "refused") throw new TypeError(`${text} is no name for a site: ${parsed.code}`);
  return parsed.name;
};

const openAccount = (name: AccountName, random: Random): Account => ({
  name,
  credential: new Secret(`quay_${Buffer.from(random.bytes(CREDENTIAL_BYTES)).toString("base64url")}`),
  permissions: new Set(PERMISSIONS),
  webspaces: CAST.filter(({ account }) => account === name).map(({ id }) => id),
  zones: TERRITORIES.filter(({ hosted }) => hosted === name).map(({ origin }) => origin),
});

const makeHome = async (folder: string, { id, story, names }: Character): Promise<string> => {
  const home = join(folder, "webspaces", id);
  await mkdir(home, { recursive: true });
  await writeFile(join(home, "index.html"), `<!doctype html><title>${names[0]}</title><p>${story}.</p>\n`);
  return home;
};

const settle = async (character: Character, { panel, authority, folder }: PopulateWith): Promise<Resident> => {
  const { id, story, account, zone, habits = {}, installed } = character;
  const names = character.names.map(toName);
  panel.webspaces.add({ id, names, habits, home: await makeHome(folder, character) });
  for (const name of names) {
    const territory = panel.zones.zone(zone);
    if (territory) pointToLoopback(territory, name);
  }
  if (installed) putInstalled(panel.shelf, id, await authority.issue(installed.names, installed.left));
  const isZoneHosted = TERRITORIES.some(({ origin, hosted }) => origin === zone && hosted === account);
  return { site: asId(id), names, story, account, zone, isZoneHosted };
};

export type Population = {
  readonly residents: readonly Resident[];
  readonly credentials: Readonly<Record<AccountName, Secret>>;
};

/** Brings the whole cast into an empty world: zones, accounts, sites with their files, and what was installed before. */
export const populate = async (world: PopulateWith): Promise<Population> => {
  const { panel, random } = world;
  chartZones(panel.zones);
  const [harbour, neighbour] = [openAccount("harbour", random), openAccount("neighbour", random)];
  for (const account of [harbour, neighbour]) panel.accounts.add(account);
  return {
    residents: await Promise.all(CAST.map(async (character) => await settle(character, world))),
    credentials: { harbour: harbour.credential, neighbour: neighbour.credential },
  };
};
