import type { Random } from "@hostseal/core";
import { Secret } from "@hostseal/pki";
import type { PanelName } from "@hostseal/panel-doubles";
import { createProbe } from "@hostseal/probe";
import { HOUR } from "@hostseal/rules";
import type { Instant } from "@hostseal/rules";
import { createAuthority, createVirtualClock, serveJsonFace, startWorld } from "@hostseal/sandbox";
import type { Authority, DemoWorld, VirtualClock } from "@hostseal/sandbox";
import type { ServerOrWhyNot } from "../server/add-server.ts";
import { addServer } from "../server/add-server.ts";
import { type DemoAccount, openAccount } from "./demo-account.ts";
import { openDemoDesk } from "./demo-desk.ts";
import { writeHome } from "./write-home.ts";

export type DemoOptions = {
  /** The data folder that is written; the sites' files lie beside it, in `<home>-sites`. */
  readonly home: string;
  /** What the demo's clock shows first. */
  readonly start: Instant;
  readonly random: Random;
  /** Whether there is a server over SSH as well, where this machine has the programs for one. */
  readonly withServer?: boolean;
  /** Which panel the hosting company has; its own make-believe one when not given. */
  readonly panel?: PanelName;
};

/** A hosting company with its sites, a certificate authority, and the clock they share, all in this process. */
export type Demo = AsyncDisposable & {
  readonly home: string;
  readonly clock: VirtualClock;
  readonly hosting: DemoWorld;
  readonly authority: Authority;
  /** Where the authority's partner interface and its approval pages are. */
  readonly authorityUrl: string;
  /** Where the sites of the tour are, and how the hosting company's panel calls them. */
  readonly account: DemoAccount;
  /** Nothing when none was wanted. */
  readonly server: ServerOrWhyNot | undefined;
};

const PARTNER = "demo";
/** 5,000.00 EUR, in cents. */
const BALANCE = 500_000;
const CREDENTIAL_BYTES = 24;
/** How long the authority takes for each step of an organisation check. */
const ORGANISATION_STEP = 6 * HOUR;

const foundAuthority = (
  { clock, hosting }: { readonly clock: VirtualClock; readonly hosting: DemoWorld },
  { credential, random }: { readonly credential: Secret; readonly random: Random },
): Promise<Authority> =>
  createAuthority({
    clock,
    random,
    probe: createProbe({ ...hosting.outside, roots: [] }, { clock, random }),
    partners: [{ id: PARTNER, credential, balance: BALANCE }],
    outbox: (mail) => hosting.mailbox.deliver(mail),
    habits: { organisationStepTime: ORGANISATION_STEP },
  });

/**
 * Starts everything on free ports of the loopback interface, and writes a data folder that any process can use. What was
 * started is ended again when something fails.
 */
export const startDemo = async ({ home, start, random, panel, withServer = false }: DemoOptions): Promise<Demo> => {
  await using closing = new AsyncDisposableStack();
  const clock = createVirtualClock({ start });
  const hosting = closing.use(await startWorld({ clock, random, folder: `${home}-sites` }));
  const credential = new Secret(Buffer.from(random.bytes(CREDENTIAL_BYTES)).toString("base64url"));
  const authority = await foundAuthority({ clock, hosting }, { credential, random });
  closing.defer(() => authority.close());
  const face = await serveJsonFace(authority, { controls: true });
  closing.defer(() => face.close());
  const desk = await openDemoDesk({ clock, mailbox: hosting.mailbox });
  closing.defer(() => desk.close());
  const server = withServer ? await addServer(hosting, { folder: `${home}-sites`, now: start, random }) : undefined;
  if (server?.kind === "there") closing.use(server.server);
  const entry = server?.kind === "there" ? server.server.entry : undefined;
  const account = await openAccount(hosting, { panel, random, now: start });
  closing.use(account);
  const { roots } = authority;
  await writeHome({
    home,
    hosting,
    account,
    authorityUrl: face.url,
    deskUrl: desk.url,
    roots,
    credential,
    server: entry,
  });
  const open = closing.move();
  return {
    home,
    clock,
    hosting,
    authority,
    authorityUrl: face.url,
    account,
    server,
    [Symbol.asyncDispose]: () => open.disposeAsync(),
  };
};
