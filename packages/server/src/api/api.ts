import type { Random, Scope } from "@hostseal/core";
import type { AccessDesk } from "../access/access-desk.ts";
import type { SiteBook } from "../journey/sites/site-book.ts";
import type { Asker } from "../partner/partner-book.ts";
import type { ApiKey } from "../partner/partner-record.ts";
import type { Pilot } from "../pilot/pilot.ts";
import type { ServerSettings } from "../server-settings.ts";
import type { HookDesk } from "../webhooks/hook-desk.ts";
import type { ServerWorld } from "../server-world.ts";

/** What every operation of the API works with. */
export type Api = {
  readonly world: ServerWorld;
  readonly settings: ServerSettings;
  readonly pilot: Pilot;
  readonly sites: SiteBook;
  readonly access: AccessDesk;
  readonly hooks: HookDesk;
};

/** A program that showed a key: what exists for it, and how journals call it. */
export type ApiCaller = {
  readonly key: ApiKey;
  readonly scope: Scope;
  readonly asker: Asker;
};

export type Call<Query = unknown, Body = unknown> = {
  readonly api: Api;
  readonly caller: ApiCaller;
  /** The id in the path; empty where there is none. */
  readonly id: string;
  readonly query: Query;
  readonly body: Body;
  /** With an idempotency key it gives the same bytes for the same key, so that what is made twice has one id. */
  readonly random: Random;
};
