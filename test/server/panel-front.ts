import { systemRandom } from "@hostseal/cli";
import type { Demo } from "@hostseal/cli";
import { asId, type CustomerId, type HostId } from "@hostseal/core";
import { Secret } from "@hostseal/pki";
import { SECOND } from "@hostseal/rules";
import { startFront } from "@hostseal/sandbox";
import type { ConnectedPanel } from "@hostseal/server";
import { type AccountEvent, type Claims, signAssertion } from "@hostseal/sign-on";

/** The make-believe panel, which vouches for whoever a test says. */
export type PanelFront = {
  readonly server: string;
  readonly origin: string;
  readonly panel: ConnectedPanel;
  /** What the panel would say of somebody who is logged in to it; with other claims, what it would never say. */
  assertionFor(account: string, claims?: Partial<Claims>): string;
  /** What its hooks tell when something becomes of an account. */
  newsOf(account: string, event: AccountEvent): string;
  close(): Promise<void>;
};

/** Whose button the panel's own page has. */
export const OWNER = "harbour";
const SERVER = "quayside";
const ASSERTION_SECONDS = 60;

const customerOf = (account: string): CustomerId => asId<CustomerId>(account);
/** The demo's one host is the owner's; anybody else would have another. */
const hostOf = (account: string): HostId => asId<HostId>(account === OWNER ? "panel" : `panel/${account}`);

const token = (bytes: number): string => Buffer.from(systemRandom.bytes(bytes)).toString("base64url");

/** Starts the panel's pages; `app` says where the app is, as soon as somebody clicks. */
export const openPanelFront = async ({ clock, hosting }: Demo, app: () => string): Promise<PanelFront> => {
  const key = new Secret(token(32));
  const { residents } = hosting;
  const around = { clock, random: systemRandom };
  const signing = { kind: "server", key } as const;
  const claimsOf = (account: string) => {
    const iat = Math.floor(clock.now() / SECOND);
    return { aud: app(), exp: iat + ASSERTION_SECONDS, iat, iss: SERVER, jti: token(16), sub: account };
  };
  const front = await startFront({ ...around, account: OWNER, residents, server: SERVER, key, app });
  return {
    server: SERVER,
    origin: front.origin,
    panel: { key, origins: [front.origin], theme: "plain", customerOf, hostOf },
    assertionFor: (account, claims) => signAssertion({ ...claimsOf(account), role: "customer", ...claims }, signing),
    newsOf: (account, event) => signAssertion({ ...claimsOf(account), role: "administrator", event }, signing),
    close: () => front.close(),
  };
};
