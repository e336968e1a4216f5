import { type Active, type Enclosure, holderOf } from "../tree/active.ts";
import type { Enclosed, Walked } from "../tree/walk-config.ts";
import { parseHostAddress } from "./host-address.ts";
import { panelOf } from "./panel-marks.ts";
import { tlsSettings } from "./tls-settings.ts";
import type { HostOrigin, ServerView, VirtualHost } from "./virtual-host.ts";

const MACRO = /^macro '([^']*)' /;
const NAME = /^(?:[a-z][a-z\d+.-]*:\/\/)?(.*?)(?::\d+)?$/i;

const originOf = ({ file }: Enclosure): HostOrigin => {
  const name = MACRO.exec(file.path)?.[1];
  if (name !== undefined) return { kind: "macro", name };
  const panel = panelOf([file.path, file.target ?? file.path], file.source.characters);
  return panel === undefined ? { kind: "file" } : { kind: "panel", panel };
};

const lastArg = (actives: readonly Active[], name: string): string | undefined =>
  actives.findLast(({ directive }) => directive.name === name)?.args[0]?.text;

const plainName = (text: string | undefined): string | undefined =>
  text === undefined ? undefined : NAME.exec(text)?.[1];

type Inside = { readonly actives: readonly Active[]; readonly server: readonly Active[] };

const toVirtualHost = ({ own, around }: Enclosed, { actives, server }: Inside): VirtualHost => {
  const direct = actives.filter((active) => holderOf(active) === own);
  return {
    at: { path: own.file.path, line: own.section.opener.line },
    addresses: own.args.flatMap(({ text }) => parseHostAddress(text) ?? []),
    serverName: plainName(lastArg(direct, "servername")),
    aliases: direct
      .filter(({ directive }) => directive.name === "serveralias")
      .flatMap(({ args }) => args.map(({ text }) => text)),
    documentRoot: lastArg(direct, "documentroot"),
    tls: tlsSettings({ own: direct, server }),
    conditions: around,
    origin: originOf(own),
    own,
    actives,
  };
};

const groupByHost = (actives: readonly Active[]): ReadonlyMap<Enclosure, readonly Active[]> => {
  const found = new Map<Enclosure, Active[]>();
  for (const active of actives) {
    const host = active.enclosures.find(({ section }) => section.opener.name === "virtualhost");
    if (!host) continue;
    const known = found.get(host);
    if (known) known.push(active);
    else found.set(host, [active]);
  }
  return found;
};

/** The virtual hosts of a configuration, with everything that is in force in each. */
export const virtualHosts = ({ actives, sections }: Extract<Walked, { kind: "walked" }>): ServerView => {
  const server = actives.filter((active) => holderOf(active) === undefined);
  const byHost = groupByHost(actives);
  const hosts = sections
    .filter(({ own }) => own.section.opener.name === "virtualhost")
    .map((enclosed) => toVirtualHost(enclosed, { actives: byHost.get(enclosed.own) ?? [], server }));
  return { hosts, serverActives: server, listens: server.filter(({ directive }) => directive.name === "listen") };
};
