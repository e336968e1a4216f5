import type { Random } from "@hostseal/core";
import { Secret } from "@hostseal/pki";
import type { DemoWorld } from "@hostseal/sandbox";
import type { PanelDouble } from "../panel-double.ts";
import type { Login } from "./login.ts";
import { createMiniserv } from "./miniserv.ts";
import type { Program } from "./program.ts";
import { callRemote } from "./remote-cgi.ts";
import { openServerRoom, type Place } from "./server-room.ts";

export { UsageFault } from "./arguments.ts";

export type VirtualminDoubleDeps = { readonly random: Random };

export type VirtualminHabits = {
  /** Who logs in for the account: its owner, or a master administrator. */
  readonly as?: "owner" | "master";
  /** Takes whoever comes for the first login. */
  readonly isOpen?: boolean;
  /** Mixes its log into its answers, as it does where something else on the server is out of order. */
  readonly isGrumbling?: boolean;
  /** Programs that are not there, or do something else. */
  readonly programs?: Readonly<Record<string, Program | undefined>>;
};

const ACCOUNT = "harbour";
const PASSWORD_BYTES = 18;

const keptOf = ({ kept, renews, services, parked, newKey }: Place) => ({
  kept: kept?.receipt ?? null,
  renews,
  services,
  isParked: parked !== undefined,
  hasNewKey: newKey !== undefined,
});

/** Webmin with Virtualmin and the Hostseal module, over the demo world. */
export const createVirtualminDouble = (
  world: DemoWorld,
  { random }: VirtualminDoubleDeps,
  { as = "owner", isOpen = false, isGrumbling = false, programs = {} }: VirtualminHabits = {},
): PanelDouble => {
  const room = openServerRoom(world);
  const draw = (): Secret => new Secret(Buffer.from(random.bytes(PASSWORD_BYTES)).toString("base64url"));
  const password = draw();
  const owner: Login = {
    name: ACCOUNT,
    password,
    role: "owner",
    capabilities: new Set(["remote_api", "ssl", "records", "domain"]),
  };
  let login: Login = as === "owner" ? owner : { name: "root", password, role: "master", capabilities: new Set() };

  const withoutPermission = (): { credential: Secret; permission: string } => {
    if (as === "owner") {
      login = { ...owner, capabilities: new Set(["remote_api", "records", "domain"]) };
      return { credential: password, permission: "can-edit ssl" };
    }
    login = { ...login, role: "owner" };
    return { credential: password, permission: "can-edit remote_api" };
  };

  return {
    listener: createMiniserv({
      logins: () => [login],
      remote: async (login, form) => callRemote({ room, replaced: programs, isGrumbling }, login, form),
      isOpen,
    }),
    credential: password,
    strangeCredential: draw(),
    withoutPermission,
    siteOf: (webspace) => room.places.find((place) => place.webspace === webspace)?.name ?? webspace,
    kept: () => ({
      ...Object.fromEntries(room.places.map((place) => [`tls:${place.name}`, keptOf(place)])),
      keys: [...room.keys.keys()],
    }),
  };
};
