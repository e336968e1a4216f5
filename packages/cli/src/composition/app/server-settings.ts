import { isIP } from "node:net";
import { asId, type CustomerId, failure, isFailure } from "@hostseal/core";
import type { Secret } from "@hostseal/pki";
import type { ConnectedPanel, ServerSettings } from "@hostseal/server";
import type { Config } from "../config-schema.ts";
import { hostIdOf } from "../host-directory.ts";
import { readCredential } from "../read-credential.ts";
import type { Surroundings } from "../surroundings.ts";
import type { AppConfig } from "./app-schema.ts";
import { linkKeyOf } from "./link-key.ts";

/** A panel that can sign people on, or all that is in the way of it. */
type Connected =
  | { readonly kind: "connected"; readonly server: string; readonly panel: ConnectedPanel }
  | { readonly kind: "incomplete"; readonly trouble: readonly string[] };

type SignOn = AppConfig["signOn"][string];

const SHORTEST_KEY = 32;
/** Names under which a browser may be at home without TLS: only on this very machine. */
const isLoopback = (origin: string): boolean =>
  /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(new URL(origin).hostname);

const keyTrouble = (key: Secret, server: string): readonly string[] =>
  Buffer.from(key.reveal(), "base64url").length < SHORTEST_KEY
    ? [`app.signOn.${server}.key: it has fewer than 32 bytes of base64url`]
    : [];

type ReadKey =
  | { readonly kind: "key"; readonly key: Secret }
  | { readonly kind: "none"; readonly trouble: readonly string[] };

const readKey = async (server: string, { key }: SignOn, around: Surroundings): Promise<ReadKey> => {
  try {
    const read = await readCredential(key, around);
    const trouble = keyTrouble(read, server);
    return trouble.length === 0 ? { kind: "key", key: read } : { kind: "none", trouble };
  } catch (thrown) {
    if (!isFailure(thrown)) throw thrown;
    return { kind: "none", trouble: [`app.signOn.${server}.key: ${String(thrown.parameters["because"])}`] };
  }
};

const addressTrouble = ({ origin, listen }: AppConfig): readonly string[] => {
  const isOpen = isIP(listen.address) !== 0 && !listen.address.startsWith("127.") && listen.address !== "::1";
  return [
    ...(!origin.startsWith("https:") && !isLoopback(origin) ? ["app.origin: browsers need https"] : []),
    ...(isOpen && origin.startsWith("https:")
      ? ["app.listen: it speaks plain HTTP, so listen on 127.0.0.1 behind a server that ends TLS"]
      : []),
  ];
};

const panelTrouble = ({ panels }: Config, server: string, { panel }: SignOn): readonly string[] =>
  Object.hasOwn(panels, panel) ? [] : [`app.signOn.${server}.panel: there is no ${panel} under panels`];

const connect = async (
  config: Config,
  [server, signOn]: readonly [string, SignOn],
  around: Surroundings,
): Promise<Connected> => {
  const read = await readKey(server, signOn, around);
  const unknown = panelTrouble(config, server, signOn);
  if (read.kind === "none") return { kind: "incomplete", trouble: [...unknown, ...read.trouble] };
  if (unknown.length > 0) return { kind: "incomplete", trouble: unknown };
  const { origins, theme, panel } = signOn;
  const customerOf = (account: string): CustomerId => asId<CustomerId>(hostIdOf(panel, account));
  return {
    kind: "connected",
    server,
    panel: { key: read.key, origins, theme, customerOf, hostOf: (account) => hostIdOf(panel, account) },
  };
};

/** Everything the web app is set up with. Fails with `config.invalid`, which names all that is missing at once. */
export const serverSettings = async (
  config: Config,
  around: Surroundings,
): Promise<ServerSettings & Pick<AppConfig, "listen">> => {
  const { app, contactEmails, partner } = config;
  if (app === undefined) throw failure("config.invalid", { path: around.home, because: "app: it is missing" });
  const panels = await Promise.all(Object.entries(app.signOn).map((entry) => connect(config, entry, around)));
  const [contactEmail] = contactEmails;
  const trouble = [
    ...addressTrouble(app),
    ...(contactEmail === undefined ? ["contactEmails: somebody must hear of orders that name nobody"] : []),
    ...(panels.length === 0 ? ["app.signOn: no panel could sign anybody on"] : []),
    ...panels.flatMap((panel) => (panel.kind === "incomplete" ? panel.trouble : [])),
  ];
  if (trouble.length > 0 || contactEmail === undefined)
    throw failure("config.invalid", { path: around.home, because: trouble.join("; ") });
  const { origin, brand, listen, allowsPrivateWebhooks } = app;
  const connected = panels.flatMap((one) => (one.kind === "connected" ? [[one.server, one.panel] as const] : []));
  const linkKey = await linkKeyOf(around);
  return { origin, partner, brand, contactEmail, panels: new Map(connected), linkKey, listen, allowsPrivateWebhooks };
};
